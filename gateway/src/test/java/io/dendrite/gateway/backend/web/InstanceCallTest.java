package io.dendrite.gateway.backend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.backend.model.CallFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

class InstanceCallTest {

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "one",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(4)
                    .minimumNumberOfCalls(4)
                    .build());

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), CallFailure.NOT_CONNECTED),
                Arguments.of(new ConnectTimeoutException("slow"), CallFailure.NOT_CONNECTED),
                Arguments.of(new UnknownHostException("nowhere"), CallFailure.NOT_CONNECTED),
                Arguments.of(new TimeoutException("no connection to lend"), CallFailure.NOT_CONNECTED),
                Arguments.of(new IOException("reset"), CallFailure.BROKEN),
                Arguments.of(ReadTimeoutException.INSTANCE, CallFailure.TIMED_OUT),
                Arguments.of(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT), CallFailure.TIMED_OUT));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsHowFarACallCame(Exception failure, CallFailure kind) {
        assertThat(InstanceCall.kindOf(failure)).hasValue(kind);
    }

    @Test
    void opensTheCircuitAfterFailuresToAnswer() {
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> InstanceCall.observed(Mono.error(new IOException("reset")), breaker)
                            .block())
                    .hasRootCauseInstanceOf(IOException.class);
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void countsNeitherOurOwnFailuresNorClientsThatLeave() {
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> InstanceCall.observed(Mono.error(new IllegalStateException("ours")), breaker)
                            .block())
                    .isInstanceOf(IllegalStateException.class);
            InstanceCall.observed(Mono.never(), breaker).subscribe().dispose();
        }

        assertThat(breaker.getMetrics().getNumberOfBufferedCalls()).isZero();
        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void countsAnAnswerAsSuccess() {
        InstanceCall.observed(Mono.empty(), breaker).block();

        assertThat(breaker.getMetrics().getNumberOfSuccessfulCalls()).isOne();
    }
}
