package io.dendrite.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A front desk's day in hundred calls: 60 look for free times, 20 read a day sheet, 12 book, 5 report a step of a visit,
 * 3 move or cancel. Which comes next is drawn from the plan's seed.
 */
public final class MixedLoad extends GatewayLoad {

    public static final String AVAILABILITY = "availability";
    public static final String SHEETS = "sheets";
    public static final String VISITS = "visits";

    private final SplittableRandom chance = new SplittableRandom(plan().seed());
    private final AtomicInteger next = new AtomicInteger(plan().first());
    private final Queue<String> booked = new ConcurrentLinkedQueue<>();
    private final Queue<String> steps = new ConcurrentLinkedQueue<>();

    /** Made by Gatling. */
    public MixedLoad() {
        plan().of(VISITS).forEach(visit -> steps.add("/appointments/" + visit + "/arrive"));
        load(exec(this::draw)
                .exec(doSwitch("#{act}")
                        .on(
                                onCase("look").then(read("look")),
                                onCase("sheet").then(read("sheet")),
                                onCase("book").then(book()),
                                onCase("step").then(change("step")),
                                onCase("move").then(change("move")),
                                onCase("cancel").then(change("cancel")))));
    }

    private synchronized Session draw(Session session) {
        int drawn = chance.nextInt(100);
        Session keyed = session.set("key", UUID.randomUUID().toString());
        if (drawn < 60) {
            return keyed.set("act", "look").set("path", any(AVAILABILITY));
        }
        if (drawn < 80) {
            return keyed.set("act", "sheet").set("path", any(SHEETS));
        }
        if (drawn < 92) {
            return booking(keyed);
        }
        if (drawn < 97) {
            String step = steps.poll();
            return step == null
                    ? booking(keyed)
                    : keyed.set("act", "step").set("path", step).set("body", "{}");
        }
        String visit = booked.poll();
        if (visit == null) {
            return booking(keyed);
        }
        return chance.nextBoolean()
                ? keyed.set("act", "cancel")
                        .set("path", "/appointments/" + visit + "/cancel")
                        .set("body", "{\"reason\":\"cannot come\"}")
                : keyed.set("act", "move")
                        .set("path", "/appointments/" + visit + "/reschedule")
                        .set(
                                "body",
                                "{\"start\":\""
                                        + plan().slots()
                                                .start(next.getAndAdd(
                                                        plan().slots().perDay())) + "\"}");
    }

    private Session booking(Session session) {
        return session.set("act", "book")
                .set("body", plan().slots().booking(next.getAndIncrement(), plan().treatment()));
    }

    private String any(String name) {
        return plan().of(name).get(chance.nextInt(plan().of(name).size()));
    }

    private ChainBuilder read(String name) {
        return counted(name, http(name).get("#{path}"));
    }

    private ChainBuilder book() {
        return exec(session -> session.remove("visit"))
                .exec(counted(
                        "book",
                        http("book")
                                .post("/bookings")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody("#{body}"))
                                .check(jsonPath("$.appointments[0].id")
                                        .optional()
                                        .saveAs("visit"))))
                .exec(session -> {
                    if (session.contains("visit")) {
                        booked.add(String.valueOf(session.getString("visit")));
                    }
                    return session;
                });
    }

    private ChainBuilder change(String name) {
        return counted(
                        name,
                        http(name)
                                .post("#{path}")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody("#{body}")))
                .exec(session -> {
                    String path = String.valueOf(session.getString("path"));
                    if (path.endsWith("/arrive")) {
                        steps.add(path.replace("/arrive", "/start"));
                    } else if (path.endsWith("/start")) {
                        steps.add(path.replace("/start", "/observe"));
                    }
                    return session;
                });
    }
}
