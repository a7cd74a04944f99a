package io.dendrite.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.journey.WithLocalStack;
import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.token.Role;
import io.dendrite.localstack.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dendrite verify-audit} on chains that somebody with access to the database changed. */
@WithLocalStack
class VerifyAuditIT {

    private static final String SITE = "harbor";

    @TempDir
    Path temporary;

    @Test
    void namesTheFirstBrokenLink(LocalStack stack) throws Exception {
        ClinicClient desk = new ClinicClient(
                stack.gateway(),
                () -> Tokens.of(stack)
                        .fresh(Role.FRONT_DESK, List.of(SITE), List.of())
                        .text());
        try (MongoClient client =
                MongoClients.create(stack.mongo().orElseThrow().connectionString())) {
            MongoCollection<Document> chain =
                    client.getDatabase("dendrite-audit").getCollection("chain");
            for (int i = 0; i < 5; i++) {
                desk.get("/patients?q=nobody").expect(200);
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> chain.countDocuments(Filters.eq("site", SITE)) >= 5);
            assertThat(run(stack, 0)).contains(SITE + ": intact, ");

            Document third = chain.find(Filters.eq("site", SITE))
                    .sort(Sorts.ascending("sequence"))
                    .skip(2)
                    .first();
            long place = third.getLong("sequence");
            try {
                chain.updateOne(Filters.eq("_id", third.get("_id")), Updates.set("actor", "somebody-else"));
                assertThat(run(stack, 1)).contains(SITE + ": BROKEN at record " + place + " (ALTERED)");

                chain.deleteOne(Filters.eq("_id", third.get("_id")));
                assertThat(run(stack, 1)).contains(SITE + ": BROKEN at record " + place + " (MISSING)");
            } finally {
                chain.deleteOne(Filters.eq("_id", third.get("_id")));
                chain.insertOne(third);
            }
            assertThat(run(stack, 0)).contains(SITE + ": intact, ");
        }
    }

    private String run(LocalStack stack, int exitCode) throws Exception {
        DendriteProcess process = new DendriteProcess(
                stack.directory().path(), temporary.resolve("said.txt"), "verify-audit", "--site", SITE);
        assertThat(process.exitCode()).as(process.shown()).isEqualTo(exitCode);
        return process.shown();
    }
}
