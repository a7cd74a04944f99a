package io.dendrite.gateway.quota.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import io.dendrite.gateway.quota.bucket4j.Quota;
import io.dendrite.gateway.quota.model.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses calls beyond a limit, and tells with every answer where the caller stands. */
final class QuotaFilter implements WebFilter, Ordered {

    private static final String STANDINGS = QuotaFilter.class.getName();

    private final int order;
    private final Function<ServerWebExchange, Mono<String>> caller;
    private final List<Covered> limits;

    /**
     * A filter for the limits that count by the same caller.
     *
     * @param caller who calls, or nothing where that is not known and nothing is counted
     */
    QuotaFilter(int order, Function<ServerWebExchange, Mono<String>> caller, List<Covered> limits) {
        this.order = order;
        this.caller = caller;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return caller.apply(exchange)
                .doOnNext(name -> count(exchange, name))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void count(ServerWebExchange exchange, String name) {
        for (Covered limit : limits) {
            if (limit.coverage().includes(exchange.getRequest())) {
                Standing standing = limit.quota().use(name);
                standings(exchange).add(standing);
                if (!standing.admitted()) {
                    throw refused(standing);
                }
            }
        }
    }

    private static List<Standing> standings(ServerWebExchange exchange) {
        List<Standing> known = exchange.getAttribute(STANDINGS);
        if (known != null) {
            return known;
        }
        List<Standing> standings = new ArrayList<>();
        exchange.getAttributes().put(STANDINGS, standings);
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    headers.set("RateLimit-Policy", Standing.policies(standings));
                    headers.set("RateLimit", Standing.remainders(standings));
                }));
        return standings;
    }

    /** A limit and the calls that count for it. */
    record Covered(Coverage coverage, Quota quota) {}

    private static ProblemException refused(Standing standing) {
        long wait = standing.retryAfter().toSeconds();
        return new ProblemException(
                ProblemKind.QUOTA_EXCEEDED,
                "The limit \"" + standing.limit().name() + "\" is used up. Nothing was done; try again in " + wait
                        + (wait == 1 ? " second." : " seconds."),
                standing.retryAfter(),
                null);
    }
}
