package io.dendrite.scheduling.selfservice.web;

import io.dendrite.scheduling.calendar.model.AppointmentStatus;
import io.dendrite.scheduling.calendar.model.PatientReply;
import io.dendrite.scheduling.clinic.model.Site;
import io.dendrite.scheduling.patient.model.ContactWishes;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.selfservice.application.OwnVisits;
import io.dendrite.scheduling.treatment.model.Preparation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A visit as its patient sees it: when, where and how to prepare, and not what it is called. */
@Schema(name = "OwnAppointment")
record OwnVisitAnswer(
        String appointmentId,
        AppointmentStatus status,
        OffsetDateTime start,
        OffsetDateTime end,
        String timeZone,
        int sequence,
        String siteId,
        String siteName,
        String address,
        String phone,
        Fasting preparation,
        boolean escortRequired,
        PatientReply.@Nullable Answer answer,
        OwnPreferences preferences) {

    /** Hours before the visit without. */
    @Schema(name = "OwnPreparation")
    record Fasting(int solidsHours, int liquidsHours) {}

    /** How the patient is told. */
    @Schema(name = "OwnPreferences")
    record OwnPreferences(String language, ContactWishes.Channel channel, ContactWishes.Reminders reminders) {}

    static OwnVisitAnswer of(OwnVisits.Own visit, Patient patient) {
        Site site = visit.site();
        Preparation preparation = visit.treatment().preparation();
        PatientReply reply = visit.appointment().notes().reply();
        return new OwnVisitAnswer(
                visit.appointment().id(),
                visit.appointment().status(),
                visit.appointment().start().atZone(site.timeZone()).toOffsetDateTime(),
                visit.appointment().end().atZone(site.timeZone()).toOffsetDateTime(),
                site.timeZone().getId(),
                visit.appointment().sequence(),
                site.id(),
                site.name(),
                site.address(),
                site.phone(),
                new Fasting(preparation.solidsHours(), preparation.liquidsHours()),
                visit.treatment().escortRequired(),
                reply == null ? null : reply.answer(),
                new OwnPreferences(
                        patient.language(),
                        patient.wishes().channel(),
                        patient.wishes().reminders()));
    }
}
