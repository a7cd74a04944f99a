package io.dendrite.scheduling.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.scheduling.Api;
import io.dendrite.scheduling.Api.Answer;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A site of its own, open from 8 to 18 except on Sundays, and what its front desk does over HTTP. Visits are
 * {@value #TREATMENT}: two hours with the patient and a quarter of an hour of turnover.
 */
record FrontDesk(Api api, String site) {

    static final String TREATMENT = "iv-mood-2";

    private static final String HOURS = "[{\"from\":\"08:00\",\"to\":\"18:00\"}]";

    /** Opens a site with chairs, one nurse of some lanes and one prescriber of four. */
    static FrontDesk open(Api api, String zone, int chairs, int nurseLanes) {
        return open(api, zone, chairs, nurseLanes, 6, HOURS);
    }

    /** Opens a site that never closes. */
    static FrontDesk openDayAndNight(Api api, String zone) {
        return open(api, zone, 1, 1, 7, "[{\"from\":\"00:00\",\"to\":\"00:00\"}]");
    }

    private static FrontDesk open(Api api, String zone, int chairs, int nurseLanes, int days, String hours) {
        FrontDesk desk = new FrontDesk(api, "site-" + UUID.randomUUID());
        String week = Stream.of(DayOfWeek.values())
                .limit(days)
                .map(day -> "\"" + day + "\":" + hours)
                .collect(Collectors.joining(",", "{", "}"));
        desk.put("", """
                {"name":"A Clinic","timeZone":"%s","address":"1 Road","phone":"+1 555 0100","openingHours":%s}""".formatted(zone, week));
        for (int chair = 1; chair <= chairs; chair++) {
            desk.resource("CHAIR", "chair-" + chair, 1);
        }
        desk.resource("NURSE", "nurse-1", nurseLanes);
        desk.resource("PRESCRIBER", "prescriber-1", 4);
        return desk;
    }

    void resource(String kind, String id, int lanes) {
        put("/resources/" + id, """
                {"kind":"%s","name":"%s","skills":["iv"],"lanes":%d}""".formatted(kind, id, lanes));
    }

    private void put(String path, String body) {
        Answer answer = api.put("/api/v1/sites/" + site + path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** Registers somebody and answers the id. */
    String patient() {
        Answer answer = api.post("/api/v1/patients", """
                {"givenName":"Maria","familyName":"Sousa","birthDate":"1985-04-12","email":"maria@example.org",
                 "language":"en","emailConsent":true}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** The request for visits at some starts. */
    String request(String patient, String... starts) {
        return """
                {"patientId":"%s","siteId":"%s","treatmentId":"%s","appointments":[%s]}""".formatted(
                patient,
                site,
                TREATMENT,
                Stream.of(starts).map(start -> "{\"start\":\"" + start + "\"}").collect(Collectors.joining(",")));
    }

    Answer book(String patient, String... starts) {
        return api.post("/api/v1/bookings", request(patient, starts));
    }

    Answer hold(String patient, String... starts) {
        return api.post("/api/v1/holds", request(patient, starts));
    }

    /** Holds for somebody new, which must succeed. */
    JsonNode held(String... starts) {
        Answer answer = hold(patient(), starts);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** The request that books a hold. */
    static String requestFor(JsonNode hold) {
        return """
                {"patientId":"%s","siteId":"%s","treatmentId":"%s","holdId":"%s"}""".formatted(
                        hold.path("patientId").asString(),
                        hold.path("siteId").asString(),
                        hold.path("treatmentId").asString(),
                        hold.path("id").asString());
    }

    Answer bookHold(JsonNode hold, String... headers) {
        return api.post("/api/v1/bookings", requestFor(hold), headers);
    }

    /** Books for somebody new, which must succeed. */
    JsonNode booked(String... starts) {
        Answer answer = book(patient(), starts);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    Answer move(String appointment, String start, String... headers) {
        return api.post(
                "/api/v1/appointments/" + appointment + "/reschedule", "{\"start\":\"" + start + "\"}", headers);
    }

    Answer cancel(String appointment, String... headers) {
        return api.post(
                "/api/v1/appointments/" + appointment + "/cancel", "{\"reason\":\"Patient is travelling\"}", headers);
    }

    Answer appointment(String id) {
        return api.get("/api/v1/appointments/" + id);
    }

    /** Free starts; more parameters may follow. */
    Answer availability(String from, String to, String... more) {
        return api.get("/api/v1/availability?site=" + site + "&treatment=" + TREATMENT + "&from=" + from + "&to=" + to
                + String.join("", more));
    }

    /** How many visits could start at a moment. */
    int free(String start) {
        return availability(start, start.replace(":00:00-", ":15:00-"))
                .json()
                .path("slots")
                .path(0)
                .path("free")
                .asInt(0);
    }

    /** A request for a block; without resources it is one of the whole site. */
    static String blockRequest(String start, String end, String... resources) {
        String named =
                resources.length == 0 ? "" : ",\"resources\":[\"%s\"]".formatted(String.join("\",\"", resources));
        return "{\"start\":\"%s\",\"end\":\"%s\",\"reason\":\"Repair\"%s}".formatted(start, end, named);
    }

    Answer block(String start, String end, String... resources) {
        return api.post(blocks(), blockRequest(start, end, resources));
    }

    String blocks() {
        return "/api/v1/sites/" + site + "/blocks";
    }

    /** The id of an appointment of a booking, counted from 0. */
    static String id(JsonNode booking, int number) {
        return booking.path("appointments").path(number).path("id").asString();
    }

    /** A text member of each element of a list. */
    static List<String> each(JsonNode list, String member) {
        return list.valueStream().map(item -> item.path(member).asString()).toList();
    }
}
