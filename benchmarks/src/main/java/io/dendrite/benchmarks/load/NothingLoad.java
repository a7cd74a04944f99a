package io.dendrite.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

/**
 * Posts to an address that takes no POST: the gateway's work, the token checked twice, and an answer of the service that
 * touches neither MongoDB nor Kafka.
 */
public final class NothingLoad extends GatewayLoad {

    /** Made by Gatling. */
    public NothingLoad() {
        load(exec(counted("nothing", http("nothing").post("/treatments").body(StringBody("{}")))));
    }
}
