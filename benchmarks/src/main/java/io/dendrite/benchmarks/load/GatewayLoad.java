package io.dendrite.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.nio.file.Path;
import java.time.Duration;

/** Clients that ask the gateway as the plan says, and keep count of its answers. Subclasses say what they ask. */
abstract class GatewayLoad extends Simulation {

    private static final String STATUS = "status";
    private static final String TOOK = "took";
    private static final String ID = "id";

    private final Plan plan = Plan.given();
    private final Answers answers = new Answers();

    /** Has these clients do this for as long as the plan says, or once each if the plan gives a rate. */
    final void load(ChainBuilder what) {
        Duration all = Duration.ofSeconds(plan.warmUp() + plan.seconds());
        boolean paced = plan.perSecond() > 0;
        setUp(
                        (paced
                                ? scenario("paced")
                                        .exec(what)
                                        .injectOpen(constantUsersPerSec(plan.perSecond())
                                                .during(all))
                                : scenario("clients")
                                        .exec(during(all).on(what))
                                        .injectOpen(atOnceUsers(plan.clients()))))
                .protocols(http.baseUrl(plan.gateway() + "/api/v1")
                        .authorizationHeader("Bearer " + plan.token())
                        .acceptHeader("application/json")
                        .contentTypeHeader("application/json")
                        .shareConnections()
                        .disableFollowRedirect()
                        .disableWarmUp());
    }

    final Plan plan() {
        return plan;
    }

    /** One request and the count of its answer. */
    final ChainBuilder counted(String name, HttpRequestActionBuilder request) {
        return exec(session -> session.remove(STATUS).remove(TOOK).remove(ID))
                .exec(request.check(
                        status().saveAs(STATUS),
                        responseTimeInMillis().saveAs(TOOK),
                        jsonPath("$.id").optional().saveAs(ID)))
                .exec(session -> count(name, session));
    }

    private Session count(String name, Session session) {
        answers.add(
                name,
                session.contains(STATUS) ? session.getInt(STATUS) : 0,
                session.contains(TOOK) ? session.getInt(TOOK) : 0,
                session.contains(ID) ? String.valueOf(session.getString(ID)) : "");
        return session.markAsSucceeded();
    }

    @Override
    public void after() {
        answers.write(Path.of(System.getProperty(Plan.ANSWERS, "")));
    }
}
