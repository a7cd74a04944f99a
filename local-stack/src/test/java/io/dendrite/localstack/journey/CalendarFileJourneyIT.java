package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.mail.CalendarPart;
import io.dendrite.localstack.mail.ReceivedMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the patient's calendar gets to see of an appointment's life. */
class CalendarFileJourneyIT extends Journey {

    @Test
    void confirmMoveAndCancelAreOneEventInThreeRevisions() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();

        String appointment = desk().book(patient, clinic, "2027-03-08T09:00")
                .appointmentIds()
                .get(0);
        CalendarPart confirmed = newest(patient, 1);
        desk().move(appointment, "2027-03-15T09:00");
        CalendarPart moved = newest(patient, 2);
        desk().cancel(appointment);
        CalendarPart cancelled = newest(patient, 3);

        List<CalendarPart> all = List.of(confirmed, moved, cancelled);
        assertThat(all.stream().map(CalendarPart::method)).containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(all.stream().map(part -> part.events().get(0).sequence())).containsExactly(0, 1, 2);
        assertThat(all.stream().map(part -> part.events().get(0).uid()).distinct())
                .singleElement()
                .asString()
                .startsWith(appointment + "@");
        assertThat(cancelled.events().get(0).status()).isEqualTo("CANCELLED");
    }

    /** The clocks of Los Angeles go forward on 14 March 2027: nine o'clock is another instant on either side. */
    @Test
    void timesAreTheBookedInstantsOnBothSidesOfAClockChange() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();

        desk().book(patient, clinic, "2027-03-13T09:00", "2027-03-14T09:00");

        ReceivedMail mail = mails().to(patient.email(), 1).get(0);
        assertThat(Mails.calendars(mail).stream()
                        .flatMap(part -> part.events().stream().map(CalendarPart.Event::start)))
                .contains(Instant.parse("2027-03-13T17:00:00Z"), Instant.parse("2027-03-14T16:00:00Z"));
        assertThat(mail.text()).contains("9:00");
    }

    @Test
    void aCourseIsToldInOneMailWithAnEventForEachVisit() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 1);
        FrontDesk.Patient patient = desk().newPatient();
        String[] starts = Stream.of(1, 4, 8, 11, 15, 18)
                .map(day -> "2027-02-%02dT10:00".formatted(day))
                .toArray(String[]::new);

        List<String> appointments = desk().book(patient, clinic, starts).appointmentIds();

        ReceivedMail mail = mails().to(patient.email(), 1).get(0);
        assertThat(Mails.calendars(mail).stream()
                        .map(part -> part.events().get(0).uid().replaceAll("@.*", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(appointments);
    }

    private static CalendarPart newest(FrontDesk.Patient patient, int number) {
        return mails().to(patient.email(), number).stream()
                .map(mail -> Mails.calendars(mail).get(0))
                .max(Comparator.comparingInt(part -> part.events().get(0).sequence()))
                .orElseThrow();
    }
}
