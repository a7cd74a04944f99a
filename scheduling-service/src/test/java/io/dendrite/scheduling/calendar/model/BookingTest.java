package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.Bookings.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final Booking COURSE = Booking.of(
            "b1",
            "riverside",
            "p1",
            "iv-mood-2",
            Instant.parse("2027-03-01T09:00:00.123456Z"),
            List.of(visit(100), visit(200)));

    /** Two quarters with the patient in chair 1, one to clean it. */
    private static List<ReservedPhase> visit(long start) {
        List<Reservation> chair = List.of(new Reservation("chair-1", 0));
        return List.of(
                new ReservedPhase("ADMINISTRATION", Quarters.starting(start, 2), true, chair),
                new ReservedPhase("TURNOVER", Quarters.starting(start + 2, 1), false, chair));
    }

    @Test
    void numbersItsAppointments() {
        assertThat(COURSE.appointments()).extracting(Appointment::id).containsExactly("b1.1", "b1.2");
        assertThat(COURSE.appointments()).extracting(Appointment::sequence).containsExactly(0, 0);
        assertThat(COURSE.version()).isEqualTo(1);
        assertThat(COURSE.createdAt()).isEqualTo("2027-03-01T09:00:00.123Z");
    }

    @Test
    void claimsItselfAndWhatAllVisitsHold() {
        assertThat(COURSE.claims())
                .containsExactlyInAnyOrder(
                        "b1",
                        "chair-1/0@100",
                        "chair-1/0@101",
                        "chair-1/0@102",
                        "chair-1/0@200",
                        "chair-1/0@201",
                        "chair-1/0@202");
    }

    @Test
    void claimsThePatientUntilTheyLeave() {
        assertThat(COURSE.patientClaims())
                .containsExactlyInAnyOrder(
                        "b1", "patient-p1@100", "patient-p1@101", "patient-p1@200", "patient-p1@201");
        assertThat(COURSE.appointments().get(0).end()).isEqualTo(TimeGrid.startOf(102));
        assertThat(COURSE.extent()).isEqualTo(new Quarters(100, 203));
    }

    @Test
    void raisesSequenceAndVersionWithAMove() {
        Booking moved = COURSE.moved("b1.2", visit(300));

        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.appointments()).extracting(Appointment::sequence).containsExactly(0, 1);
        assertThat(moved.claims()).contains("chair-1/0@100", "chair-1/0@300").doesNotContain("chair-1/0@200");
        assertThat(moved.patientClaims()).contains("patient-p1@300").doesNotContain("patient-p1@200");
        assertThat(moved.extent()).isEqualTo(new Quarters(100, 303));
        assertThat(moved.createdAt()).isEqualTo(COURSE.createdAt());
    }

    @Test
    void raisesSequenceAndVersionWithACancellationAndFreesItsClaims() {
        Booking cancelled = COURSE.moved("b1.1", visit(110)).cancelled("b1.1", "ill", SIGNED);

        Appointment first = cancelled.appointment("b1.1").orElseThrow();
        assertThat(first.sequence()).isEqualTo(2);
        assertThat(first.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(first.notes().cancelReason()).isEqualTo("ill");
        assertThat(first.start()).isEqualTo(TimeGrid.startOf(110));
        assertThat(cancelled.version()).isEqualTo(3);
        assertThat(cancelled.claims())
                .containsExactlyInAnyOrder("b1", "chair-1/0@200", "chair-1/0@201", "chair-1/0@202");
    }

    @Test
    void claimsOnlyItselfWhenAllIsCancelled() {
        Booking cancelled = COURSE.cancelled("b1.1", "ill", SIGNED).cancelled("b1.2", "ill", SIGNED);

        assertThat(cancelled.claims()).containsExactly("b1");
        assertThat(cancelled.patientClaims()).containsExactly("b1");
        assertThat(cancelled.extent()).isEqualTo(COURSE.extent());
    }

    @Test
    void refusesToChangeWhatIsCancelled() {
        Booking cancelled = COURSE.cancelled("b1.1", "ill", SIGNED);

        assertThatExceptionOfType(IllegalStatusException.class)
                .isThrownBy(() -> cancelled.cancelled("b1.1", "again", SIGNED))
                .withMessageContaining("b1.1 is CANCELLED");
        assertThatExceptionOfType(IllegalStatusException.class).isThrownBy(() -> cancelled.moved("b1.1", visit(300)));
    }

    @Test
    void hasAtLeastOneAppointment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Booking.of("b1", "riverside", "p1", "iv-mood-2", Instant.EPOCH, List.of()));
    }

    @Test
    void isFoundByTheIdOfAnAppointment() {
        assertThat(Booking.idOfBookingWith("b1.2")).contains("b1");
        assertThat(Booking.idOfBookingWith("a.b.3")).contains("a.b");
        assertThat(Booking.idOfBookingWith("b1")).isEmpty();
        assertThat(Booking.idOfBookingWith(".1")).isEmpty();
        assertThat(COURSE.appointment("b1.3")).isEmpty();
    }

    @Test
    void countsSeveralChangesAsOne() {
        Booking changed = COURSE.asOneChange(course -> course.cancelled("b1.1", "ill", SIGNED)
                .moved("b1.2", visit(300))
                .added(visit(400), AppointmentKind.SESSION, "r1"));

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.appointments()).extracting(Appointment::id).containsExactly("b1.1", "b1.2", "b1.3");
        assertThat(changed.appointments()).extracting(Appointment::sequence).containsExactly(1, 1, 0);
        assertThat(changed.claims()).contains("chair-1/0@300", "chair-1/0@400").doesNotContain("chair-1/0@100");
    }

    @Test
    void numbersAddedAppointmentsOnFromTheHighest() {
        SortedMap<Integer, List<ReservedPhase>> visits = new TreeMap<>(Map.of(1, visit(100), 3, visit(200)));
        Booking partly = Booking.numbered("a.b", "riverside", "p1", "iv-mood-2", Instant.EPOCH, visits);

        Booking more = partly.added(visit(300), AppointmentKind.BOOSTER, "r1");

        assertThat(partly.numbers()).containsExactlyInAnyOrder(1, 3);
        assertThat(more.appointments()).extracting(Appointment::id).containsExactly("a.b.1", "a.b.3", "a.b.4");
        assertThat(more.kindOf("a.b.4")).isEqualTo(AppointmentKind.BOOSTER);
        assertThat(more.kindOf("a.b.3")).isEqualTo(AppointmentKind.SESSION);
        assertThat(more.addedBy("r1")).map(Appointment::id).contains("a.b.4");
        assertThat(more.addedBy("r2")).isEmpty();
        assertThat(more.moved("a.b.1", visit(500)).additions()).isEqualTo(more.additions());
    }

    @Test
    void countsWhatStandsAndIsNoBoosterAsSessions() {
        Booking course = COURSE.added(visit(50), AppointmentKind.SESSION, "r1")
                .added(visit(900), AppointmentKind.BOOSTER, "r2")
                .cancelled("b1.1", "ill", SIGNED);

        assertThat(course.liveSessions()).extracting(Appointment::id).containsExactly("b1.3", "b1.2");
    }
}
