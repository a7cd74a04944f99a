package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.io.StringReader;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A nurse's calendar under a secret address. */
@ExtendWith(OutputCaptureExtension.class)
class FeedIT extends CalendarWebIT {

    private FrontDesk desk;
    private String feed;

    @BeforeEach
    void openClinic() {
        desk = clinicWithChairs(2);
        feed = "/api/v1/sites/" + desk.site() + "/resources/nurse-1/feed";
    }

    @Test
    void saysWhenTheNurseIsNeededAndNothingElse(CapturedOutput output) throws Exception {
        String visit = FrontDesk.id(desk.booked("2026-12-01T09:00"), 0);
        desk.cancel(FrontDesk.id(desk.booked("2026-12-02T09:00"), 0));
        desk.block("2026-12-03T12:00:00-08:00", "2026-12-03T14:00:00-08:00", "nurse-1");
        String address = api().post(feed, "").json().path("url").asString();

        Answer answer = new Api(base()).get(address);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(new CalendarBuilder().build(new StringReader(answer.text())).getComponents())
                .hasSize(2);
        assertThat(answer.text())
                .contains(
                        "UID:" + visit + ".1@dendrite",
                        "DTSTART:20261201T170000Z",
                        "DTEND:20261201T190000Z",
                        "SUMMARY:Appointment",
                        "SUMMARY:Unavailable")
                .doesNotContain("Sousa", "Maria", "iv-mood", "OBSERVATION", "Repair");
        String secret = address.substring("/feeds/".length(), address.length() - ".ics".length());
        assertThat(secret).hasSize(43);
        assertThat(output.getAll()).doesNotContain(secret);
        try (MongoClient client = MongoClients.create(MONGO.connectionString())) {
            assertThat(client.getDatabase(DATABASE).getCollection("feeds").find())
                    .noneMatch(document -> document.toJson().contains(secret));
        }
    }

    @Test
    void aNewAddressEndsTheOldAndClosingEndsAll() {
        Api nobody = new Api(base());
        String first = api().post(feed, "").json().path("url").asString();
        String second = api().post(feed, "").json().path("url").asString();
        assertThat(nobody.get(first).status()).isEqualTo(404);
        assertThat(nobody.get(second).status()).isEqualTo(200);

        assertThat(api().delete(feed).status()).isEqualTo(204);

        assertThat(nobody.get(second).status()).isEqualTo(404);
        assertThat(nobody.get(second).text()).isEmpty();
        assertThat(api().delete(feed).status()).isEqualTo(404);
        assertThat(api().post(feed.replace("nurse-1", "nurse-9"), "").status()).isEqualTo(404);
    }
}
