package io.dendrite.gateway.backend.web;

import io.dendrite.gateway.backend.model.CallFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** One call to one instance, seen by its circuit breaker. Only failures to answer count; any answer is an answer. */
final class InstanceCall {

    private InstanceCall() {}

    /** The call, for which the breaker has already given its permission. */
    static Mono<Void> observed(Mono<Void> call, CircuitBreaker breaker) {
        return Mono.defer(() -> {
            long begun = breaker.getCurrentTimestamp();
            AtomicBoolean ended = new AtomicBoolean();
            return call.doOnSuccess(done -> {
                        if (ended.compareAndSet(false, true)) {
                            breaker.onSuccess(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
                        }
                    })
                    .doOnError(failure -> {
                        if (!ended.compareAndSet(false, true)) {
                            return;
                        }
                        if (kindOf(failure).isPresent()) {
                            breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), failure);
                        } else {
                            breaker.releasePermission();
                        }
                    })
                    .doOnCancel(() -> {
                        if (ended.compareAndSet(false, true)) {
                            breaker.releasePermission();
                        }
                    });
        });
    }

    /** How far the call came, or nothing when the failure is not the instance's. */
    static Optional<CallFailure> kindOf(Throwable failure) {
        if (failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                // Nobody lent us a connection in time.
                || failure instanceof TimeoutException) {
            return Optional.of(CallFailure.NOT_CONNECTED);
        }
        boolean slow = failure instanceof ResponseStatusException status
                && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
        if (slow || failure instanceof ReadTimeoutException) {
            return Optional.of(CallFailure.TIMED_OUT);
        }
        return failure instanceof IOException ? Optional.of(CallFailure.BROKEN) : Optional.empty();
    }
}
