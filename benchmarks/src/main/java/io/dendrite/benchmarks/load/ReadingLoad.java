package io.dendrite.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads what the plan names, by turns. */
public final class ReadingLoad extends GatewayLoad {

    /** What the plan calls what is to be read. */
    public static final String PATHS = "read";

    /** Made by Gatling. */
    public ReadingLoad() {
        List<String> paths = plan().of(PATHS);
        AtomicInteger next = new AtomicInteger();
        load(exec(session -> session.set("path", paths.get(next.getAndIncrement() % paths.size())))
                .exec(counted("read", http("read").get("#{path}"))));
    }
}
