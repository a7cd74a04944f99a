package io.dendrite.scheduling.selfservice.web;

import io.dendrite.scheduling.calendar.application.TakeReply;
import io.dendrite.scheduling.calendar.model.PatientReply;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.patient.application.ChangePatient;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.patient.model.PatientRules;
import io.dendrite.scheduling.problem.FieldError;
import io.dendrite.scheduling.problem.ProblemException;
import io.dendrite.scheduling.selfservice.application.KnownPatient;
import io.dendrite.scheduling.selfservice.application.OwnOffers;
import io.dendrite.scheduling.selfservice.application.OwnVisits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What patients see and do by themselves. Only the program that serves their pages may ask, and not without a birth date. */
@Tag(
        name = "Self-service",
        description = "For the program that serves patients' pages; POST, so that no address names a patient")
@RestController
@RequestMapping("/api/v1/self-service")
class SelfServiceController {

    private final KnownPatient known;
    private final OwnVisits visits;
    private final OwnOffers offers;
    private final TakeReply replies;
    private final ChangePatient changePatient;
    private final Clinic clinic;
    private final Clock clock;

    SelfServiceController(
            KnownPatient known,
            OwnVisits visits,
            OwnOffers offers,
            TakeReply replies,
            ChangePatient changePatient,
            Clinic clinic,
            Clock clock) {
        this.known = known;
        this.visits = visits;
        this.offers = offers;
        this.replies = replies;
        this.changePatient = changePatient;
        this.clinic = clinic;
        this.clock = clock;
    }

    @Operation(summary = "An appointment as its patient sees it")
    @PostMapping("/appointments/{id}")
    OwnVisitAnswer visit(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Asker asker) {
        Patient patient = known.of(asker.patientId(), asker.birthDate());
        return OwnVisitAnswer.of(visits.visit(id, patient.id()), patient);
    }

    @Operation(summary = "Takes down whether a patient comes; saying the same again changes nothing")
    @PostMapping("/appointments/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Reply reply) {
        if (reply.birthDate() != null) {
            known.of(reply.patientId(), reply.birthDate());
        } else if (reply.via() == PatientReply.Via.LINK) {
            throw ProblemException.invalid("birthDate", "must be there via LINK");
        }
        replies.take(
                id,
                reply.patientId(),
                reply.sequence(),
                new PatientReply(
                        reply.answer(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        reply.via(),
                        reply.partOfDay()));
    }

    @Operation(summary = "Cancels an appointment for its patient; cancelling again changes nothing")
    @PostMapping("/appointments/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Cancellation cancellation) {
        known.of(cancellation.patientId(), cancellation.birthDate());
        visits.cancel(id, cancellation.patientId(), cancellation.sequence());
    }

    @Operation(summary = "An offered place as its patient sees it")
    @PostMapping("/offers/{id}")
    OwnOfferAnswer offer(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Asker asker) {
        known.of(asker.patientId(), asker.birthDate());
        OwnOffers.Offer offer = offers.offer(id, asker.patientId());
        return OwnOfferAnswer.of(
                offer, clinic.site(offer.siteId()).orElseThrow(() -> ProblemException.notFound("offer", id)));
    }

    @Operation(summary = "Books an offered place for its patient; doing it again changes nothing")
    @PostMapping("/offers/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Asker asker) {
        known.of(asker.patientId(), asker.birthDate());
        offers.accept(id, asker.patientId());
    }

    @Operation(summary = "Leaves an offered place to somebody else; doing it again changes nothing")
    @PostMapping("/offers/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Asker asker) {
        known.of(asker.patientId(), asker.birthDate());
        offers.decline(id, asker.patientId());
    }

    @Operation(summary = "Changes how a patient is told")
    @PostMapping("/patients/{id}/preferences")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prefer(@PathVariable String id, @Valid @RequestBody SelfServiceBodies.Preferences preferences) {
        Patient current = known.of(id, preferences.birthDate());
        Patient wanted =
                current.told(preferences.language(), new ContactWishes(preferences.channel(), preferences.reminders()));
        List<FieldError> errors =
                PatientRules.violations(wanted, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .entrySet()
                        .stream()
                        .map(found -> new FieldError(found.getKey(), found.getValue()))
                        .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        if (!wanted.equals(current)) {
            changePatient.change(current, wanted);
        }
    }
}
