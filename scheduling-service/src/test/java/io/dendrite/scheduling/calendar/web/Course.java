package io.dendrite.scheduling.calendar.web;

import io.dendrite.scheduling.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What a front desk does with a course of visits of {@value FrontDesk#TREATMENT}: six sessions, at most two a week. */
record Course(FrontDesk desk, String id) {

    /** Books for somebody new, which must succeed. */
    static Course booked(FrontDesk desk, String... starts) {
        return new Course(desk, desk.booked(starts).path("id").asString());
    }

    String appointment(int number) {
        return id + "." + number;
    }

    JsonNode json() {
        return desk.api().get("/api/v1/bookings/" + id).json();
    }

    Answer post(String what, String body, String... headers) {
        return desk.api().post("/api/v1/bookings/" + id + what, body, headers);
    }

    Answer shift(int from, int days, String... headers) {
        return post("/shift", "{\"fromAppointmentId\":\"%s\",\"days\":%d}".formatted(appointment(from), days), headers);
    }

    Answer shift(int from, String start) {
        return post("/shift", "{\"fromAppointmentId\":\"%s\",\"start\":\"%s\"}".formatted(appointment(from), start));
    }

    Answer add(String start, String... headers) {
        return post("/appointments", "{\"start\":\"%s\"}".formatted(start), headers);
    }

    Answer addBooster(String start) {
        return post("/appointments", "{\"start\":\"%s\",\"kind\":\"BOOSTER\"}".formatted(start));
    }

    Answer cancelRest(String more) {
        return post("/cancel-rest", "{\"reason\":\"Patient is travelling\"%s}".formatted(more));
    }

    Answer repair(boolean apply, String... headers) {
        return post("/repair?apply=" + apply, "", headers);
    }

    /** A text member of each appointment. */
    java.util.List<String> each(String member) {
        return FrontDesk.each(json().path("appointments"), member);
    }
}
