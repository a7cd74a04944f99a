package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a front desk reads aloud, and what a manager counts. */
class DaySheetIT extends CalendarWebIT {

    private static final String DAY = "2026-12-01";

    private FrontDesk desk;

    @BeforeEach
    void openClinic() {
        desk = clinicWithChairs(2);
    }

    @Test
    void namesWhoComesForWhatAndWhatIsFreeInBetween() {
        JsonNode course = desk.booked(DAY + "T13:00", "2026-12-04T13:00");
        JsonNode single = desk.booked(DAY + "T09:00");
        desk.block(DAY + "T16:00:00-08:00", DAY + "T18:00:00-08:00", "chair-2");
        String hold = api().post("/api/v1/holds", desk.request(desk.patient(), "2026-12-01T11:30"))
                .json()
                .path("id")
                .asString();

        JsonNode sheet = sheet(api()).json();

        assertThat(FrontDesk.each(sheet.path("items"), "id"))
                .containsExactly(FrontDesk.id(single, 0), FrontDesk.id(course, 0));
        JsonNode line = sheet.path("items").path(0);
        assertThat(line.at("/patient/familyName").asString()).isEqualTo("Sousa");
        assertThat(line.at("/patient/birthDate").asString()).isEqualTo("1985-04-12");
        assertThat(line.path("treatmentName").asString()).isNotEmpty();
        assertThat(line.path("escortRequired").asBoolean()).isTrue();
        assertThat(line.path("solidsHours").asInt()).isEqualTo(6);
        assertThat(line.has("session")).isFalse();
        assertThat(sheet.at("/items/1/session").asInt()).isEqualTo(1);
        assertThat(sheet.at("/items/1/sessions").asInt()).isEqualTo(2);
        assertThat(FrontDesk.each(sheet.path("resources"), "id")).contains("chair-1", "nurse-1");
        assertThat(sheet.path("gaps")
                        .valueStream()
                        .filter(gap -> gap.path("resource").asString().equals("chair-2"))
                        .map(gap -> gap.path("start").asString().substring(11, 16) + "-"
                                + gap.path("end").asString().substring(11, 16)))
                .isNotEmpty()
                .last()
                .satisfies(gap -> assertThat(gap).endsWith("-16:00"));
        assertThat(FrontDesk.each(sheet.path("blocks"), "kind")).containsExactly("MAINTENANCE");
        assertThat(FrontDesk.each(sheet.path("holds"), "holdId")).containsExactly(hold);
    }

    @Test
    void aManagerReadsItWithoutTheNames() {
        desk.booked(DAY + "T09:00");

        JsonNode sheet = sheet(
                        api(ISSUER.token().subject("boss").roles("manager").sites("*")))
                .json();

        assertThat(sheet.path("items")).hasSize(1);
        assertThat(sheet.at("/items/0/patient").isMissingNode()).isTrue();
        assertThat(sheet.toString()).doesNotContain("Sousa");
    }

    @Test
    void isATableToo() {
        desk.booked(DAY + "T09:00");

        Answer byName = api().get(path() + "&format=csv");
        Answer byType = api().get(path(), "Accept", "text/csv");

        assertThat(byName.header("Content-Type")).startsWith("text/csv");
        assertThat(byName.header("Content-Disposition")).contains("day-2026-12-01.csv");
        assertThat(byName.text().lines().toList()).hasSize(2);
        assertThat(byName.text()).startsWith("start,end,status,familyName").contains("BOOKED,Sousa,Maria,1985-04-12");
        assertThat(byType.text()).isEqualTo(byName.text());
        assertThat(api().get(path() + "&format=xls").error("format")).isNotEmpty();
    }

    @Test
    void theUseOfASiteIsCounted() {
        desk.booked(DAY + "T09:00");
        String missed = FrontDesk.id(desk.booked("2026-11-23T09:00"), 0);
        pass(Duration.ofHours(6));
        assertThat(api().post("/api/v1/appointments/" + missed + "/no-show", "").status())
                .isEqualTo(200);
        String path = "/api/v1/sites/" + desk.site() + "/utilisation?from=2026-11-23&to=2026-12-01";

        Answer answer = api().get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("items")).hasSize(9 * 4);
        assertThat(minutes(answer, DAY, "bookedMinutes")).isEqualTo(135);
        assertThat(minutes(answer, DAY, "openMinutes")).isEqualTo(2 * 600);
        assertThat(minutes(answer, "2026-11-23", "noShowMinutes")).isEqualTo(135);
        assertThat(minutes(answer, "2026-11-23", "bookedMinutes")).isZero();
        assertThat(minutes(answer, "2026-11-29", "openMinutes")).as("a Sunday").isZero();
        assertThat(api().get(path + "&format=csv").text().lines()).hasSize(1 + 9 * 4);
        assertThat(api().get(path.replace("to=2026-12-01", "to=2027-03-01")).error("to"))
                .isNotEmpty();
        assertThat(api().get(path.replace("to=2026-12-01", "to=2026-11-01")).error("to"))
                .isNotEmpty();
    }

    private static int minutes(Answer answer, String date, String field) {
        return answer.json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("date").asString().equals(date)
                        && line.path("kind").asString().equals("CHAIR"))
                .mapToInt(line -> line.path(field).asInt())
                .sum();
    }

    private Answer sheet(Api caller) {
        return caller.get(path());
    }

    private String path() {
        return "/api/v1/appointments?site=" + desk.site() + "&date=" + DAY;
    }
}
