package io.dendrite.gateway.request.web;

import io.dendrite.gateway.problem.model.ProblemException;
import io.dendrite.gateway.problem.model.ProblemKind;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Receives a request's body whole before anything is passed on, up to a limit.
 *
 * <p>So a body that is too large never reaches a service, a slow client is not mistaken for a slow service, and a
 * request can go to the next instance when the first cannot be connected to. Files, which may be many times as large, are
 * passed on as they come.
 */
@Component
class UploadFilter implements GlobalFilter, Ordered {

    private final UploadLimits limits;

    UploadFilter(UploadLimits limits) {
        this.limits = limits;
    }

    /** Before the answer's writer (-1), which must not have begun when a body is refused. */
    @Override
    public int getOrder() {
        return -100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        long declared = headers.getContentLength();
        if (declared <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        if (limits.streams().take(request.getPath().value())) {
            return declared > limits.streams().maxSize().toBytes()
                    ? Mono.error(tooLarge(limits.streams().maxSize()))
                    : chain.filter(exchange.mutate()
                            .request(new StreamedRequest(
                                    request,
                                    limits.streams().maxSize().toBytes(),
                                    () -> tooLarge(limits.streams().maxSize())))
                            .build());
        }
        boolean waitsForOurWord = headers.containsHeader(HttpHeaders.EXPECT);
        if (declared > (waitsForOurWord ? limits.maxSize() : limits.maxDrained()).toBytes()) {
            return Mono.error(tooLarge(limits.maxSize()));
        }
        return request.getBody()
                .collect(
                        () -> new Upload(
                                limits.maxSize().toBytes(), limits.maxDrained().toBytes()),
                        Upload::add)
                .timeout(limits.timeout())
                .onErrorMap(Upload.TooLargeToDrainException.class, e -> tooLarge(limits.maxSize()))
                .onErrorMap(TimeoutException.class, e -> tooSlow())
                .flatMap(upload -> upload.isTooLarge()
                        ? Mono.error(tooLarge(limits.maxSize()))
                        : chain.filter(exchange.mutate()
                                .request(new ReceivedRequest(request, upload.bytes()))
                                .build()));
    }

    private static ProblemException tooLarge(DataSize most) {
        return new ProblemException(
                ProblemKind.PAYLOAD_TOO_LARGE, "A request body may have at most " + most.toBytes() + " bytes.");
    }

    private ProblemException tooSlow() {
        return new ProblemException(
                ProblemKind.REQUEST_TIMEOUT,
                "A request body must arrive within " + limits.timeout().toSeconds() + " seconds.");
    }
}
