package io.dendrite.scheduling.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api.Answer;
import io.dendrite.scheduling.ServiceIT;
import org.junit.jupiter.api.Test;

class SitesIT extends ServiceIT {

    private static final String SITE = """
            {"name":"North Clinic","timeZone":"America/New_York","address":"1 North Road","phone":"+1 555 0100",
             "openingHours":{"MONDAY":[{"from":"08:00","to":"12:00"},{"from":"13:00","to":"00:00"}]}}""";

    @Test
    void createsASiteAndAnswersItWithItsVersion() {
        Answer created = api().put("/api/v1/sites/north", SITE);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/sites/north");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        Answer read = api().get("/api/v1/sites/north");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.json().at("/openingHours/MONDAY/1/to").asString()).isEqualTo("00:00");
        assertThat(read.json().at("/id").asString()).isEqualTo("north");
        assertThat(read.json().at("/version").asInt()).isEqualTo(1);
    }
}
