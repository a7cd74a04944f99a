package io.dendrite.localstack.chaos;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.mail.ReceivedMail;
import io.dendrite.localstack.token.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * What is there at the end, read past the services wherever that is possible.
 *
 * @param entries the calendar's documents, current and archived
 * @param waiting how many documents still have events to publish
 * @param events what was published, each event once
 * @param notices the ledger's documents
 * @param copies how many mails there are of each Message-ID
 * @param audited resources with a record of their booking
 * @param chains verdicts of the audit's verification
 */
record Evidence(
        List<Document> entries,
        int waiting,
        List<Event> events,
        List<Document> notices,
        Map<String, Integer> copies,
        Set<String> audited,
        List<JsonNode> chains) {

    /** Looks everywhere. */
    static Evidence of(ChaosStack stack, Ground ground) {
        try (MongoClient client = MongoClients.create(stack.mongodb())) {
            MongoDatabase scheduling = client.getDatabase("dendrite-scheduling");
            List<Document> entries = new ArrayList<>();
            scheduling.getCollection("calendar").find().into(entries);
            int waiting = waitingIn(entries)
                    + waitingIn(scheduling.getCollection("patients").find().into(new ArrayList<>()));
            scheduling.getCollection("calendar_archive").find().into(entries);
            List<Document> notices = notices(client);
            ClinicClient auditor =
                    new ClinicClient(stack.services().gateway(), stack.tokens().renewed(Role.AUDITOR));
            List<JsonNode> chains = auditor.get("/audit/verification")
                    .expect(200)
                    .body()
                    .path("items")
                    .valueStream()
                    .toList();
            return new Evidence(
                    entries,
                    waiting,
                    Event.on(stack.kafka()),
                    notices,
                    copies(stack),
                    audited(auditor, ground),
                    chains);
        }
    }

    /** Whether nothing is left to publish, to hear or to send. */
    static boolean isSettled(ChaosStack stack) {
        try (MongoClient client = MongoClients.create(stack.mongodb())) {
            MongoDatabase scheduling = client.getDatabase("dendrite-scheduling");
            if (waitingIn(scheduling.getCollection("calendar").find().into(new ArrayList<>())) > 0) {
                return false;
            }
            List<Document> notices = notices(client);
            Set<String> heard = new HashSet<>();
            notices.forEach(notice -> heard.add(notice.getString("eventId")));
            Instant now = Instant.now();
            return notices.stream().noneMatch(notice -> isInHand(notice, now))
                    && Event.on(stack.kafka()).stream()
                            .filter(event -> MessageChecks.MAIN_KINDS.containsKey(event.type()))
                            .allMatch(event -> heard.contains(event.id()));
        }
    }

    /** Whether something is still to be done about a notice now. */
    static boolean isInHand(Document notice, Instant now) {
        String status = notice.getString("status");
        return status.equals("SENDING")
                || (status.equals("PENDING")
                        && !notice.getDate("dueAt").toInstant().isAfter(now));
    }

    private static int waitingIn(List<Document> documents) {
        return (int) documents.stream()
                .filter(document ->
                        !document.getList("outbox", Document.class, List.of()).isEmpty())
                .count();
    }

    private static List<Document> notices(MongoClient client) {
        return client.getDatabase("dendrite-notification")
                .getCollection("notices")
                .find()
                .into(new ArrayList<>());
    }

    private static Map<String, Integer> copies(ChaosStack stack) {
        Map<String, Integer> copies = new HashMap<>();
        for (ReceivedMail mail : stack.mails().mails()) {
            mail.header("Message-ID").ifPresent(id -> copies.merge(id.replaceAll("[<>\\s]", ""), 1, Integer::sum));
        }
        return copies;
    }

    private static Set<String> audited(ClinicClient auditor, Ground ground) {
        Set<String> audited = new HashSet<>();
        for (String site : ground.sites()) {
            String cursor = "";
            do {
                JsonNode page = auditor.get("/audit?site=" + site + "&limit=200" + cursor)
                        .expect(200)
                        .body();
                page.path("items")
                        .valueStream()
                        .filter(record -> record.path("action").asString("").equals("booking.book"))
                        .forEach(record -> audited.add(record.path("resource").asString("")));
                String next = page.path("nextCursor").asString("");
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
        }
        return audited;
    }
}
