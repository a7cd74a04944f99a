package io.dendrite.notification.delivery.application;

import static io.dendrite.notification.ledger.model.SampleNotices.confirmation;
import static io.dendrite.notification.ledger.model.SampleNotices.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.notification.delivery.model.Backoff;
import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.delivery.model.ServerGate;
import io.dendrite.notification.ledger.application.Backlog;
import io.dendrite.notification.ledger.application.Claim;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.NoticeQueue;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.ledger.application.Suppressions;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.VisitStep;
import io.dendrite.notification.site.application.RememberedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One notice at a time, with ports that do as the test says and write down what is asked of them. */
class DeliverNextTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final List<String> written = new ArrayList<>();
    private final MovableClock clock = new MovableClock(NOON);
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(5), () -> 0);
    private final ServerGate gate = new ServerGate(backoff);
    private ContactOpener.Opened opened = open(true);
    private boolean storeForgets;
    private Instant recorded = NOON;
    private Map<String, AppointmentState> newest = Map.of();
    private Post post = letter -> new Post.Accepted("<id>");

    @Test
    void sendsWhatIsTrueAndRecordsIt() {
        assertThat(deliverNext().once()).isTrue();

        assertThat(written).containsExactly("claim except []", "sent <id>");
    }

    @Test
    void skipsWhatIsNotTrue() {
        opened = open(false);

        deliverNext().once();

        assertThat(written).containsExactly("claim except []", "skipped the patient has not consented to e-mail");
    }

    @Test
    void givesANoticeBackWhenItsTruthCannotBeRead() {
        storeForgets = true;

        deliverNext().once();

        assertThat(written).containsExactly("claim except []", "released");
    }

    @Test
    void givesANoticeBackWhenTooLittleOfTheLeaseIsLeftToSendIt() {
        clock.ticks = Duration.ofSeconds(16);

        deliverNext().once();

        assertThat(written).containsExactly("claim except []", "released");
    }

    @Test
    void triesLaterWhenALetterCannotBeMade() {
        post = letter -> {
            throw new IllegalStateException("with a patient's data");
        };

        deliverNext().once();

        assertThat(written)
                .containsExactly(
                        "claim except []",
                        "retry at " + NOON.plusSeconds(1) + ": internal error: IllegalStateException");
    }

    @Test
    void takesNothingWhileTheServerIsAway() {
        post = letter -> new Post.Unreachable("away");
        DeliverNext deliverNext = deliverNext();
        deliverNext.once();

        assertThat(deliverNext.once()).isFalse();

        assertThat(written).containsExactly("claim except []", "hold until " + NOON.plusSeconds(1) + ": away");
    }

    @Test
    void doesNotTakeAgainWhatItHasInHand() {
        DeliverNext[] self = new DeliverNext[1];
        post = letter -> {
            post = inner -> new Post.Refused("inner");
            self[0].once();
            return new Post.Accepted("<id>");
        };
        self[0] = deliverNext();

        self[0].once();

        assertThat(written.get(1)).startsWith("claim except [").isNotEqualTo("claim except []");
    }

    @Test
    void skipsWhatWasToldAPatientWhoIsErased() {
        opened = new ContactOpener.Erased();

        deliverNext().once();

        assertThat(written).containsExactly("claim except []", "skipped patient erased");
    }

    @Test
    void waitsWithoutEndWhileTheVaultIsAway() {
        opened = new ContactOpener.VaultAway();
        recorded = NOON.minus(Duration.ofDays(30));

        deliverNext().once();

        assertThat(written)
                .containsExactly(
                        "claim except []", "hold until " + NOON.plusSeconds(1) + ": the key vault cannot be reached");
    }

    @Test
    void triesLaterWhatCannotBeOpened() {
        opened = new ContactOpener.Broken();

        deliverNext().once();

        assertThat(written)
                .containsExactly(
                        "claim except []",
                        "retry at " + NOON.plusSeconds(1) + ": the patient's contact cannot be opened");
    }

    @Test
    void opensNoContactForWhatIsNotTrue() {
        newest = Map.of("visit-0", new AppointmentState("visit-0", 1, true));
        opened = null;

        deliverNext().once();

        assertThat(written).containsExactly("claim except []", "skipped superseded by a cancellation");
    }

    private static ContactOpener.Opened open(boolean consent) {
        return new ContactOpener.Open(new Recipient("María José", "maria@example.org", "en", consent));
    }

    private DeliverNext deliverNext() {
        RetryPolicy retries = new RetryPolicy(backoff, backoff, Duration.ofDays(3));
        SettleNotice settle =
                new SettleNotice(new Queue(), retries, new Patience(), new WakeUp(), new Uncounted(), clock);
        return new DeliverNext(
                new Queue(),
                new PrepareLetter(
                        new Newest(),
                        contact -> opened,
                        new RememberedSettings(),
                        new NoneSuppressed(),
                        content -> Map.of(),
                        clock),
                post(),
                gate,
                settle,
                new Untraced(),
                LEASE,
                clock,
                "me");
    }

    private Post post() {
        return letter -> post.send(letter);
    }

    private final class Queue implements NoticeQueue {

        @Override
        public Optional<Claim> claimDue(String owner, Instant now, Instant leaseUntil, Collection<String> except) {
            written.add("claim except " + except);
            return Optional.of(new Claim(Notice.dueNow(confirmation("e1", 1), recorded), owner, leaseUntil));
        }

        @Override
        public Backlog backlog(Instant now) {
            return new Backlog(0, 0, Optional.empty());
        }

        @Override
        public void markSent(Claim claim, Instant sentAt, String messageId) {
            written.add("sent " + messageId);
        }

        @Override
        public boolean markSkipped(Claim claim, String reason) {
            return written.add("skipped " + reason);
        }

        @Override
        public boolean markFailed(Claim claim, String reason) {
            return written.add("failed " + reason);
        }

        @Override
        public boolean retryAt(Claim claim, Instant when, String reason) {
            return written.add("retry at " + when + ": " + reason);
        }

        @Override
        public boolean holdUntil(Claim claim, Instant when, String reason) {
            return written.add("hold until " + when + ": " + reason);
        }

        @Override
        public boolean release(Claim claim) {
            return written.add("released");
        }
    }

    private final class Newest implements NewestKnown {

        @Override
        public void learn(Contact contact) {}

        @Override
        public void learn(AppointmentState appointment) {}

        @Override
        public void learn(VisitStep step) {}

        @Override
        public void learn(Clinic clinic, Instant asOf) {}

        @Override
        public Optional<Clinic> clinic(String siteId) {
            return Optional.empty();
        }

        @Override
        public Optional<Contact> contactOf(String patientId) {
            if (storeForgets) {
                throw new StoreUnavailableException(new IllegalStateException("away"));
            }
            return Optional.of(contact());
        }

        @Override
        public Map<String, AppointmentState> appointments(Collection<String> appointmentIds) {
            return newest;
        }
    }

    private static final class NoneSuppressed implements Suppressions {

        @Override
        public boolean includes(String patientId, long addressSince) {
            return false;
        }

        @Override
        public void suppress(String patientId, long addressSince, String reason, Instant at) {}
    }

    private static final class Uncounted implements Deliveries {

        @Override
        public void settled(Outcome outcome, String reason) {}

        @Override
        public void delayed(Duration sinceItHappened) {}
    }
}
