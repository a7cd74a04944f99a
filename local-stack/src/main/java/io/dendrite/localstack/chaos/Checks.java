package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** The promises, each looked at by itself. */
final class Checks {

    /** For what each type of event writes to the patient. */
    static final Map<String, String> MAIN_KINDS = Map.of(
            "booking.confirmed.v1", "BOOKING_CONFIRMED",
            "appointment.rescheduled.v1", "APPOINTMENT_RESCHEDULED",
            "appointment.cancelled.v1", "APPOINTMENT_CANCELLED");

    private static final Set<String> SETTLED = Set.of("SENT", "SKIPPED");

    private final Acknowledged acknowledged;
    private final Evidence evidence;
    private final int copiesAllowed;

    /** {@code copiesAllowed} is how many mails may be there twice: what senders that were harmed had in hand. */
    Checks(Acknowledged acknowledged, Evidence evidence, int copiesAllowed) {
        this.acknowledged = acknowledged;
        this.evidence = evidence;
        this.copiesAllowed = copiesAllowed;
    }

    List<Finding> all() {
        return List.of(
                onlyDocumentedAnswers(),
                noBookingIsLost(),
                noBookingIsDoubled(),
                visitsStandAsAnswered(),
                nothingIsTakenTwice(),
                claimsHaveOwnersAndOwnersClaims(),
                everyEventIsPublished(),
                everyEventIsHeardOnce(),
                sequencesOnlyRise(),
                everyNoticeIsAccountedFor(),
                secondCopiesAreFew(),
                auditIsComplete(),
                chainsAreUnbroken());
    }

    Finding onlyDocumentedAnswers() {
        Set<Integer> documented = Set.of(0, 200, 201, 409, 422, 502, 503, 504);
        return new Finding(
                "only documented answers",
                acknowledged.answers().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                acknowledged.answers().entrySet().stream()
                        .filter(answer -> !documented.contains(answer.getKey()))
                        .map(answer -> answer.getValue() + " answers of status " + answer.getKey())
                        .toList());
    }

    Finding noBookingIsLost() {
        Map<String, Document> stored = bookings();
        return new Finding(
                "no acknowledged booking is lost",
                acknowledged.bookings().size(),
                acknowledged.bookings().entrySet().stream()
                        .filter(booking -> !stored.containsKey(booking.getKey())
                                || !booking.getValue()
                                        .equals(stored.get(booking.getKey()).getString("patientId")))
                        .map(booking -> "booking " + booking.getKey())
                        .toList());
    }

    /** Every request was repeated until its answer was clear, so what nobody knows of was made twice. */
    Finding noBookingIsDoubled() {
        return new Finding(
                "no booking is there that nobody was told of",
                bookings().size(),
                bookings().values().stream()
                        .filter(booking -> !acknowledged.bookings().containsKey(booking.getString("_id")))
                        .map(booking -> "booking " + booking.getString("_id") + " of a patient who was refused "
                                + acknowledged.refusals(booking.getString("patientId")))
                        .toList());
    }

    Finding visitsStandAsAnswered() {
        Map<String, Document> stored = new HashMap<>();
        bookings()
                .values()
                .forEach(booking -> visits(booking).forEach(visit -> stored.put(visit.getString("id"), visit)));
        List<String> broken = new ArrayList<>();
        for (Visit answered : acknowledged.visits().values()) {
            Document visit = stored.get(answered.id());
            if (visit == null) {
                broken.add("visit " + answered.id() + " is gone");
            } else if (!visit.getString("status").equals(answered.status())
                    || visit.getInteger("sequence") != answered.sequence()) {
                broken.add("visit " + answered.id() + " is " + visit.getString("status") + " "
                        + visit.getInteger("sequence") + ", answered was " + answered.status() + " "
                        + answered.sequence());
            }
        }
        return new Finding(
                "each visit stands as it was answered", acknowledged.visits().size(), broken);
    }

    Finding nothingIsTakenTwice() {
        List<String> claims = new ArrayList<>();
        for (Document entry : evidence.entries()) {
            list(entry, "claims").forEach(claim -> claims.add(entry.getString("site") + " " + claim));
            claims.addAll(list(entry, "patientClaims"));
        }
        Set<String> seen = new HashSet<>();
        Set<String> own = bookings().keySet();
        return new Finding(
                "nothing and nobody is taken twice",
                claims.size(),
                claims.stream()
                        // An entry claims its own id in both lists.
                        .filter(claim -> !own.contains(claim) && !seen.add(claim))
                        .toList());
    }

    Finding claimsHaveOwnersAndOwnersClaims() {
        return new Finding(
                "no claim without an owner, no owner without its claims",
                bookings().size(),
                bookings().values().stream()
                        .filter(booking -> booking.containsKey("claims"))
                        .filter(booking -> !new HashSet<>(list(booking, "claims")).equals(owned(booking)))
                        .map(booking -> "booking " + booking.getString("_id"))
                        .toList());
    }

    private static Set<String> owned(Document booking) {
        Set<String> owned = new HashSet<>(Set.of(booking.getString("_id")));
        for (Document visit : visits(booking)) {
            if (Set.of("CANCELLED", "NO_SHOW").contains(visit.getString("status"))) {
                continue;
            }
            for (Document phase : visit.getList("phases", Document.class)) {
                for (Document held : phase.getList("resources", Document.class)) {
                    for (long quarter = phase.getLong("from"); quarter < phase.getLong("until"); quarter++) {
                        owned.add(held.getString("id") + "/" + held.getInteger("lane") + "@" + quarter);
                    }
                }
            }
        }
        return owned;
    }

    Finding everyEventIsPublished() {
        Map<String, Long> confirmed = evidence.events().stream()
                .filter(event -> event.type().equals("booking.confirmed.v1"))
                .collect(Collectors.groupingBy(
                        event -> event.data().path("bookingId").asString(), Collectors.counting()));
        List<String> broken = new ArrayList<>();
        if (evidence.waiting() > 0) {
            broken.add(evidence.waiting() + " documents still have events");
        }
        acknowledged.bookings().keySet().stream()
                .filter(booking -> confirmed.getOrDefault(booking, 0L) != 1)
                .forEach(booking ->
                        broken.add("booking " + booking + " has " + confirmed.getOrDefault(booking, 0L) + " events"));
        return new Finding(
                "every booking has one event, and none waits", evidence.events().size(), broken);
    }

    Finding everyEventIsHeardOnce() {
        Map<String, Long> heard = evidence.notices().stream()
                .collect(Collectors.groupingBy(
                        notice -> notice.getString("eventId") + " " + notice.getString("kind"), Collectors.counting()));
        List<Event> telling = evidence.events().stream()
                .filter(event -> MAIN_KINDS.containsKey(event.type()))
                .toList();
        return new Finding(
                "every event is exactly once in effect",
                telling.size(),
                telling.stream()
                        .filter(event -> heard.getOrDefault(event.id() + " " + MAIN_KINDS.get(event.type()), 0L) != 1)
                        .map(event -> "event " + event.id() + " of type " + event.type())
                        .toList());
    }

    Finding sequencesOnlyRise() {
        Map<String, Integer> last = new HashMap<>();
        List<String> broken = new ArrayList<>();
        for (Event event : evidence.events()) {
            if (!MAIN_KINDS.containsKey(event.type())) {
                // Steps of a visit change nothing in the patient's calendar.
                continue;
            }
            event.sequences().forEach((visit, sequence) -> {
                Integer before = last.put(visit, sequence);
                if (before != null && sequence <= before) {
                    broken.add("visit " + visit + " goes from " + before + " to " + sequence);
                }
            });
        }
        return new Finding("calendar sequences only rise", last.size(), broken);
    }

    Finding everyNoticeIsAccountedFor() {
        Instant now = Instant.now();
        List<String> broken = new ArrayList<>();
        Set<String> sent = new HashSet<>();
        for (Document notice : evidence.notices()) {
            String status = notice.getString("status");
            String messageId = String.valueOf(notice.getString("messageId")).replaceAll("[<>]", "");
            if (status.equals("SENT")) {
                sent.add(messageId);
                if (!evidence.copies().containsKey(messageId)) {
                    broken.add("notice " + notice.getString("_id") + " is SENT and nobody got it");
                }
            } else if (Evidence.isInHand(notice, now) || !(SETTLED.contains(status) || status.equals("PENDING"))) {
                broken.add("notice " + notice.getString("_id") + " is " + status);
            }
        }
        evidence.copies().keySet().stream()
                .filter(messageId -> !sent.contains(messageId))
                .forEach(messageId -> broken.add("mail " + messageId + " belongs to no notice that was SENT"));
        return new Finding("every notice is accounted for", evidence.notices().size(), broken);
    }

    Finding secondCopiesAreFew() {
        int second =
                evidence.copies().values().stream().mapToInt(count -> count - 1).sum();
        return new Finding(
                "second copies only of what was in hand (" + second + " of " + copiesAllowed + " allowed)",
                evidence.copies().size(),
                second <= copiesAllowed ? List.of() : List.of(second + " mails came again"));
    }

    Finding auditIsComplete() {
        return new Finding(
                "every booking is on record",
                acknowledged.bookings().size(),
                acknowledged.bookings().keySet().stream()
                        .filter(booking -> evidence.audited().stream().noneMatch(audited -> audited.endsWith(booking)))
                        .map(booking -> "booking " + booking)
                        .toList());
    }

    Finding chainsAreUnbroken() {
        return new Finding(
                "the audit's chains are unbroken",
                evidence.chains().size(),
                evidence.chains().stream()
                        .filter(chain -> !chain.path("intact").asBoolean())
                        .map(chain -> "chain of " + chain.path("site").asString(""))
                        .toList());
    }

    private Map<String, Document> bookings() {
        return evidence.entries().stream()
                .filter(entry -> "BOOKING".equals(entry.getString("kind")))
                .collect(Collectors.toMap(entry -> entry.getString("_id"), entry -> entry, (current, old) -> current));
    }

    private static List<Document> visits(Document booking) {
        return booking.getList("appointments", Document.class);
    }

    private static List<String> list(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }
}
