package io.dendrite.localstack.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** What happened was published, heard and written to the patient, each once. */
final class MessageChecks {

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
    MessageChecks(Acknowledged acknowledged, Evidence evidence, int copiesAllowed) {
        this.acknowledged = acknowledged;
        this.evidence = evidence;
        this.copiesAllowed = copiesAllowed;
    }

    List<Finding> all() {
        return List.of(
                everyEventIsPublished(),
                everyEventIsHeardOnce(),
                sequencesOnlyRise(),
                everyNoticeIsAccountedFor(),
                secondCopiesAreFew());
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
}
