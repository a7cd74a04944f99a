package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What was answered is what is stored, and nothing is taken twice. */
final class BookingChecks {

    private final Acknowledged acknowledged;
    private final Evidence evidence;

    BookingChecks(Acknowledged acknowledged, Evidence evidence) {
        this.acknowledged = acknowledged;
        this.evidence = evidence;
    }

    List<Finding> all() {
        return List.of(
                onlyDocumentedAnswers(),
                noBookingIsLost(),
                noBookingIsDoubled(),
                visitsStandAsAnswered(),
                nothingIsTakenTwice(),
                claimsHaveOwnersAndOwnersClaims());
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
