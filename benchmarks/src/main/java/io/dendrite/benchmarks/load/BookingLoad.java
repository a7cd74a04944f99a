package io.dendrite.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Books one visit after the other. */
public final class BookingLoad extends GatewayLoad {

    /** Made by Gatling. */
    public BookingLoad() {
        AtomicInteger next = new AtomicInteger(plan().first());
        load(exec(session -> session.set("key", UUID.randomUUID().toString())
                        .set("body", plan().slots().booking(next.getAndIncrement(), plan().treatment())))
                .exec(counted(
                        "book",
                        http("book")
                                .post("/bookings")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody("#{body}")))));
    }
}
