package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site of a test's own, with exactly the resources that the test is about, open all day in Los Angeles.
 *
 * @param site its id
 * @param treatment the id of a treatment with a visit of two hours: needs a chair and a nurse
 */
record SmallClinic(String site, String treatment) {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String HOURS = "[{\"from\":\"06:00\",\"to\":\"22:00\"}]";

    /** {@code office} is the manager's. */
    static SmallClinic with(FrontDesk office, int chairs, int nurseLanes) {
        String site = "small-" + NUMBER.incrementAndGet();
        created(office.put("/sites/" + site, """
                {"name":"Small Clinic","timeZone":"America/Los_Angeles","address":"1 Small Street, Portland",
                 "phone":"+1 503 555 0100","openingHours":{"MONDAY":%1$s,"TUESDAY":%1$s,"WEDNESDAY":%1$s,
                 "THURSDAY":%1$s,"FRIDAY":%1$s,"SATURDAY":%1$s,"SUNDAY":%1$s}}""".formatted(HOURS)));
        for (int chair = 1; chair <= chairs; chair++) {
            resource(office, site, "chair-" + chair, "CHAIR", 1);
        }
        resource(office, site, "nurse-1", "NURSE", nurseLanes);
        String treatment = site + "-visit";
        created(office.put("/treatments/" + treatment, """
                {"name":"Zyxcardine protocol","route":"INTRAVENOUS","indications":["Qwertopathy"],"phases":[
                 {"phase":"ADMINISTRATION","minutes":60,"needs":[{"kind":"CHAIR"},{"kind":"NURSE"}]},
                 {"phase":"OBSERVATION","minutes":60,"needs":[{"kind":"CHAIR"},{"kind":"NURSE"}]},
                 {"phase":"TURNOVER","minutes":15,"needs":[{"kind":"CHAIR"}]}],
                 "escortRequired":false,"enrolmentRequired":false,"minimumObservationMinutes":60,
                 "preparation":{"solidsHours":6,"liquidsHours":2}}"""));
        return new SmallClinic(site, treatment);
    }

    /** How many appointments of a date stand. */
    int booked(FrontDesk desk, String date) {
        return (int) desk.get("/appointments?site=" + site + "&limit=200&date=" + date)
                .json()
                .get("items")
                .valueStream()
                .filter(line -> line.get("status").asString().equals("BOOKED"))
                .count();
    }

    private static void resource(FrontDesk office, String site, String id, String kind, int lanes) {
        created(office.put(
                "/sites/" + site + "/resources/" + id,
                "{\"kind\":\"%s\",\"name\":\"%s\",\"skills\":[],\"lanes\":%d}".formatted(kind, id, lanes)));
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
