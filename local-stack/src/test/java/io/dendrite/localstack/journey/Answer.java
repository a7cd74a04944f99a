package io.dendrite.localstack.journey;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    int status() {
        return response.statusCode();
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    String id() {
        return json().get("id").asString();
    }

    String problem() {
        return json().path("type").asString();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The ids of a booking's appointments. */
    List<String> appointmentIds() {
        return json().get("appointments")
                .valueStream()
                .map(appointment -> appointment.get("id").asString())
                .toList();
    }

    @Override
    public String toString() {
        return status() + " " + response.body();
    }
}
