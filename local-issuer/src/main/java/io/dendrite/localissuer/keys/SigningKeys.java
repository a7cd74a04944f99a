package io.dendrite.localissuer.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dendrite.localissuer.files.OwnerOnlyFile;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The RSA keys of this issuer, in a file as a JWK set (RFC 7517). The last one signs. The others were replaced by
 * {@link #rotate()}; they stay in the set until every token they have signed is expired.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;

    /** Clocks differ: resource servers accept a token for a minute after its end. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final OwnerOnlyFile file;
    private final Duration tokenLifetime;
    private final Clock clock;
    private List<JWK> keys;

    /**
     * Reads the keys, or makes the first one.
     *
     * @throws IllegalStateException if the file is broken: a new key would make every token out there worthless
     */
    SigningKeys(OwnerOnlyFile file, Duration tokenLifetime, Clock clock) {
        this.file = file;
        this.tokenLifetime = tokenLifetime;
        this.clock = clock;
        this.keys = file.read().map(text -> parsed(file, text)).orElseGet(List::of);
        if (keys.isEmpty()) {
            save(List.of(newKey()));
        }
    }

    /** The key that signs from now on; the one that signed until now still verifies. Answers the new key's id. */
    synchronized String rotate() {
        List<JWK> next = new ArrayList<>(valid());
        JWK last = next.remove(next.size() - 1);
        Instant end = clock.instant().plus(tokenLifetime).plus(SKEW);
        next.add(new RSAKey.Builder(last.toRSAKey())
                .expirationTime(Date.from(end))
                .build());
        RSAKey fresh = newKey();
        next.add(fresh);
        save(next);
        return fresh.getKeyID();
    }

    /** Whatever is asked for, it is looked for among those keys that can still have signed a good token. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(valid()));
    }

    /** The key that signs, of those that would do. */
    static JWK signing(List<JWK> candidates) {
        return candidates.get(candidates.size() - 1);
    }

    private synchronized List<JWK> valid() {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> key.getExpirationTime() == null
                        || key.getExpirationTime().toInstant().isAfter(now))
                .toList();
    }

    private void save(List<JWK> next) {
        file.write(new JWKSet(next).toString(false));
        keys = List.copyOf(next);
    }

    private RSAKey newKey() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(clock.instant()))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static List<JWK> parsed(OwnerOnlyFile file, String text) {
        try {
            return List.copyOf(JWKSet.parse(text).getKeys());
        } catch (ParseException e) {
            throw new IllegalStateException(
                    file.path() + " is no JWK set: repair it, or delete it to start with a new key.", e);
        }
    }
}
