package io.dendrite.scheduling.calendar.application;

import io.dendrite.scheduling.calendar.model.Block;
import io.dendrite.scheduling.calendar.model.Bookable;
import io.dendrite.scheduling.calendar.model.Gaps;
import io.dendrite.scheduling.calendar.model.Hold;
import io.dendrite.scheduling.calendar.model.Occupancy;
import io.dendrite.scheduling.calendar.model.QuarterSet;
import io.dendrite.scheduling.calendar.model.Quarters;
import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.clinic.model.Resource;
import io.dendrite.scheduling.clinic.model.ResourceKind;
import io.dendrite.scheduling.patient.application.PatientRegister;
import io.dendrite.scheduling.patient.model.Patient;
import io.dendrite.scheduling.reachability.application.Unreachable;
import io.dendrite.scheduling.treatment.application.Treatments;
import io.dendrite.scheduling.treatment.model.Treatment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a front desk reads beside the lines of a day sheet. Everything of a kind is read at once. */
@Component
public class SheetDetails {

    private final Clinic clinic;
    private final Calendar calendar;
    private final Treatments treatments;
    private final PatientRegister patients;
    private final Unreachable unreachable;

    SheetDetails(
            Clinic clinic,
            Calendar calendar,
            Treatments treatments,
            @Qualifier(PatientRegister.STORED) PatientRegister patients,
            Unreachable unreachable) {
        this.clinic = clinic;
        this.calendar = calendar;
        this.treatments = treatments;
        this.patients = patients;
        this.unreachable = unreachable;
    }

    /** A free stretch of a chair. */
    public record Gap(String resource, Quarters span) {}

    /**
     * The rest of a day.
     *
     * @param resources what the site has
     * @param gaps of the chairs, by chair and time
     * @param blocks what is closed, or away
     * @param holds what is held and not yet booked
     */
    public record Rest(List<Resource> resources, List<Gap> gaps, List<Block> blocks, List<Hold> holds) {}

    /** Whose visits they are, by id; erased patients are not among them. */
    public Map<String, Patient> patients(List<DaySheet.Line> lines) {
        List<String> ids = lines.stream()
                .map(line -> line.booking().patientId())
                .distinct()
                .toList();
        // Whoever may see the visit may see whose it is, whichever sites know the patient.
        return patients.all(ids).stream().collect(Collectors.toMap(Patient::id, Function.identity()));
    }

    /** Which of them no message reaches, by id. */
    public Set<String> unreachable(Collection<Patient> patientsOfTheDay) {
        return patientsOfTheDay.isEmpty() ? Set.of() : unreachable.among(patientsOfTheDay);
    }

    /** What the visits are for, by id. */
    public Map<String, Treatment> treatments(List<DaySheet.Line> lines) {
        return lines.stream()
                .map(line -> line.booking().treatmentId())
                .distinct()
                .flatMap(id -> treatments.treatment(id).stream())
                .collect(Collectors.toMap(Treatment::id, Function.identity()));
    }

    /** The rest of the day. */
    public Rest of(DaySheet.Day day) {
        Quarters window = day.window();
        String site = day.site().id();
        Taken taken = calendar.takenAt(site, window, "");
        Occupancy occupancy = taken.in(window);
        QuarterSet open = DutyHours.open(day.site(), window);
        List<Resource> resources = clinic.resources(site);
        List<Bookable> chairs = DutyHours.bookable(
                day.site(),
                resources.stream()
                        .filter(resource -> resource.kind() == ResourceKind.CHAIR)
                        .toList(),
                window);
        List<Gap> gaps = chairs.stream()
                .flatMap(chair ->
                        Gaps.of(chair, open, occupancy, window).stream().map(span -> new Gap(chair.id(), span)))
                .toList();
        return new Rest(resources, gaps, taken.blocks(), calendar.holdsAt(site, window));
    }
}
