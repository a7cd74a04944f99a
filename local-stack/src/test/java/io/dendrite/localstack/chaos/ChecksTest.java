package io.dendrite.localstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.localstack.client.Visit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each check is good with what should be there, and finds what should not. */
class ChecksTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Acknowledged acknowledged = new Acknowledged();
    private final List<Document> entries = new ArrayList<>(List.of(booking("b1", "p1", "chair-1")));
    private final List<Event> events = new ArrayList<>(List.of(event("e1", "booking.confirmed.v1", "b1", 0)));
    private final List<Document> notices = new ArrayList<>(List.of(notice("n1", "e1", "SENT", "m1@x")));
    private final Map<String, Integer> copies = new HashMap<>(Map.of("m1@x", 1));
    private final Set<String> audited = new HashSet<>(Set.of("booking/b1"));
    private final List<JsonNode> chains = new ArrayList<>(List.of(JSON.readTree("{\"site\":\"s\",\"intact\":true}")));
    private int waiting;

    ChecksTest() {
        acknowledged.answered("book", 201);
        acknowledged.booked("b1", "p1", List.of(visit("b1.1", "BOOKED", 0)));
    }

    private Evidence evidence() {
        return new Evidence(entries, waiting, events, notices, copies, audited, chains);
    }

    private BookingChecks bookings() {
        return new BookingChecks(acknowledged, evidence());
    }

    private MessageChecks messages() {
        return new MessageChecks(acknowledged, evidence(), 0);
    }

    private AuditChecks audit() {
        return new AuditChecks(acknowledged, evidence());
    }

    private static void assertOnly(Finding finding) {
        assertThat(finding.broken()).as(finding.check()).hasSize(1);
    }

    @Test
    void allAreGoodWithWhatShouldBeThere() {
        assertThat(Checks.all(acknowledged, evidence(), 0)).allSatisfy(finding -> {
            assertThat(finding.broken()).as(finding.check()).isEmpty();
            assertThat(finding.examined()).as(finding.check()).isPositive();
        });
    }

    @Test
    void findsAnAnswerThatIsNotDocumented() {
        acknowledged.answered("book", 500);
        assertOnly(bookings().onlyDocumentedAnswers());
    }

    @Test
    void findsALostBookingAndOneThatIsSomebodyElses() {
        acknowledged.booked("b2", "p1", List.of());
        assertOnly(bookings().noBookingIsLost());
        entries.add(booking("b2", "p9", "chair-2"));
        assertOnly(bookings().noBookingIsLost());
    }

    @Test
    void findsABookingThatNobodyWasToldOf() {
        entries.add(booking("b2", "p2", "chair-2"));
        assertOnly(bookings().noBookingIsDoubled());
    }

    @Test
    void findsAVisitThatStandsOtherwiseOrIsGone() {
        acknowledged.changed(visit("b1.1", "CANCELLED", 1));
        assertOnly(bookings().visitsStandAsAnswered());
        acknowledged.changed(visit("b1.1", "BOOKED", 0));
        acknowledged.changed(visit("b7.1", "BOOKED", 0));
        assertOnly(bookings().visitsStandAsAnswered());
    }

    @Test
    void findsAPlaceAndAPatientTakenTwice() {
        Document other = booking("b2", "p2", "chair-2");
        other.put("claims", List.of("b2", "chair-1/0@1"));
        entries.add(other);
        assertOnly(bookings().nothingIsTakenTwice());
        other.put("claims", List.of("b2"));
        other.put("patientClaims", List.of("b2", "patient-p1@1"));
        assertOnly(bookings().nothingIsTakenTwice());
    }

    @Test
    void findsAClaimWithoutAnOwnerAndAnOwnerWithoutIt() {
        entries.get(0).put("claims", List.of("b1", "chair-1/0@1", "chair-1/0@2", "chair-9/0@1"));
        assertOnly(bookings().claimsHaveOwnersAndOwnersClaims());
        entries.get(0).put("claims", List.of("b1", "chair-1/0@1"));
        assertOnly(bookings().claimsHaveOwnersAndOwnersClaims());
    }

    @Test
    void findsWhatWaitsAndABookingWithNoEventOrTwo() {
        waiting = 3;
        assertOnly(messages().everyEventIsPublished());
        waiting = 0;
        events.add(event("e2", "booking.confirmed.v1", "b1", 0));
        assertOnly(messages().everyEventIsPublished());
        events.clear();
        assertOnly(messages().everyEventIsPublished());
    }

    @Test
    void findsAnEventThatNobodyHeardOrSomebodyHeardTwice() {
        events.add(event("e2", "appointment.cancelled.v1", "b1", 1));
        assertOnly(messages().everyEventIsHeardOnce());
        events.remove(1);
        notices.add(notice("n2", "e1", "SENT", "m2@x"));
        assertOnly(messages().everyEventIsHeardOnce());
    }

    @Test
    void findsASequenceThatDoesNotRise() {
        events.add(event("e2", "appointment.rescheduled.v1", "b1", 0));
        assertOnly(messages().sequencesOnlyRise());
    }

    @Test
    void findsANoticeThatNobodyGotOneInHandAndAMailOfNobody() {
        copies.clear();
        assertOnly(messages().everyNoticeIsAccountedFor());
        notices.set(0, notice("n1", "e1", "SENDING", null));
        assertOnly(messages().everyNoticeIsAccountedFor());
        notices.set(0, notice("n1", "e1", "FAILED", null));
        assertOnly(messages().everyNoticeIsAccountedFor());
        notices.clear();
        copies.put("m1@x", 1);
        assertOnly(messages().everyNoticeIsAccountedFor());
    }

    @Test
    void findsSecondCopies() {
        copies.put("m1@x", 2);
        assertOnly(messages().secondCopiesAreFew());
    }

    @Test
    void findsABookingThatIsNotOnRecordAndABrokenChain() {
        audited.clear();
        assertOnly(audit().auditIsComplete());
        chains.set(0, JSON.readTree("{\"site\":\"s\",\"intact\":false}"));
        assertOnly(audit().chainsAreUnbroken());
    }

    private static Visit visit(String id, String status, int sequence) {
        OffsetDateTime start = OffsetDateTime.parse("2027-03-08T09:00:00Z");
        return new Visit(id, status, start, start.plusHours(2), sequence, List.of());
    }

    private static Document booking(String id, String patient, String chair) {
        Document phase = new Document("from", 1L)
                .append("until", 3L)
                .append("resources", List.of(new Document("id", chair).append("lane", 0)));
        Document visit = new Document("id", id + ".1")
                .append("status", "BOOKED")
                .append("sequence", 0)
                .append("phases", List.of(phase));
        return new Document("_id", id)
                .append("kind", "BOOKING")
                .append("site", "s")
                .append("patientId", patient)
                .append("appointments", List.of(visit))
                .append("claims", List.of(id, chair + "/0@1", chair + "/0@2"))
                .append("patientClaims", List.of(id, "patient-" + patient + "@1"));
    }

    private static Event event(String id, String type, String booking, int sequence) {
        return new Event(
                id,
                type,
                JSON.readTree("{\"bookingId\":\"%s\",\"appointments\":[{\"appointmentId\":\"%s.1\",\"sequence\":%d}]}"
                        .formatted(booking, booking, sequence)));
    }

    private static Document notice(String id, String event, String status, String messageId) {
        return new Document("_id", id)
                .append("eventId", event)
                .append("kind", "BOOKING_CONFIRMED")
                .append("status", status)
                .append("messageId", messageId == null ? null : "<" + messageId + ">")
                .append("dueAt", Date.from(Instant.EPOCH));
    }
}
