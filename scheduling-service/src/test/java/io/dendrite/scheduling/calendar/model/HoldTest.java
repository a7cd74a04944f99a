package io.dendrite.scheduling.calendar.model;

import static io.dendrite.scheduling.calendar.Bookings.NOW;
import static io.dendrite.scheduling.calendar.Bookings.held;
import static io.dendrite.scheduling.calendar.Bookings.inChair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldTest {

    private static final long START = TimeGrid.quarterOf(NOW) + 8;

    private final Booking visits = inChair("h1", "p1", START, START + 96);
    private final Hold hold = held(visits, "ana");

    @Test
    void occupiesWhatTheBookingWould() {
        assertThat(hold.claims()).isEqualTo(visits.claims());
        assertThat(hold.extent()).isEqualTo(visits.extent());
        assertThat(hold.patientClaims()).containsAll(visits.patientClaims());
    }

    @Test
    void takesAPlaceOfItsHolder() {
        assertThat(hold.patientClaims())
                .contains("holder-ana#1")
                .hasSize(visits.patientClaims().size() + 1);
        assertThat(Hold.of(visits, Duration.ofMinutes(10), "ana", 2, null).patientClaims())
                .contains("holder-ana#2");
    }

    @Test
    void takesNoPlaceWhenItDoesNotCount() {
        assertThat(Hold.of(visits, Duration.ofMinutes(10), "waitlist", 0, null).patientClaims())
                .isEqualTo(visits.patientClaims());
    }

    @Test
    void isTheOneOfferToAnEntryOfTheWaitingList() {
        Hold offer = Hold.of(visits, Duration.ofHours(2), "waitlist", 0, "w1");

        assertThat(offer.patientClaims())
                .contains("offer-w1")
                .hasSize(visits.patientClaims().size() + 1);
    }

    @Test
    void standsUntilItsEnd() {
        assertThat(hold.standsAt(NOW)).isTrue();
        assertThat(hold.standsAt(NOW.plusSeconds(599))).isTrue();
        assertThat(hold.standsAt(NOW.plusSeconds(600))).isFalse();
    }

    @Test
    void isExtendedOnceByAsMuchAsItHad() {
        Hold longer = hold.longer();

        assertThat(longer.expiresAt()).isEqualTo(NOW.plusSeconds(1200));
        assertThat(longer.extended()).isTrue();
        assertThat(longer.version()).isEqualTo(2);
        assertThat(longer.claims()).isEqualTo(hold.claims());
        assertThat(longer.patientClaims()).isEqualTo(hold.patientClaims());
        assertThatIllegalStateException().isThrownBy(longer::longer);
    }

    @Test
    void becomesABookingOnTheSamePlaces() {
        Booking booking = hold.longer().booked(NOW.plusSeconds(61).plusNanos(1));

        assertThat(booking.id()).isEqualTo("h1");
        assertThat(booking.version()).isEqualTo(3);
        assertThat(booking.createdAt()).isEqualTo(NOW.plusSeconds(61));
        assertThat(booking.appointments()).isEqualTo(visits.appointments());
        assertThat(Stream.of(booking.claims(), booking.patientClaims()))
                .containsExactly(visits.claims(), visits.patientClaims());
    }
}
