package io.dendrite.localstack.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A token that is replaced before it expires: whoever asks gets one that outlives a long request. */
final class RenewedToken implements Supplier<String> {

    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final Supplier<Tokens.Token> source;
    private final Clock clock;
    private Tokens.@Nullable Token token;
    private Instant renewal = Instant.MIN;

    RenewedToken(Supplier<Tokens.Token> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized String get() {
        Tokens.Token current = token;
        Instant now = clock.instant();
        if (current == null || !now.isBefore(renewal)) {
            current = source.get();
            renewal = now.plus(current.lifetime()).minus(RESERVE);
            token = current;
        }
        return current.text();
    }
}
