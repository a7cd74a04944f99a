package io.dendrite.localissuer.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.dendrite.localissuer.files.OwnerOnlyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysIT {

    private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(1);

    @TempDir
    Path directory;

    @Test
    void theFirstKeyIsStillThereAfterARestart() {
        String before = signing(at(START)).getKeyID();

        assertThat(signing(at(START.plusSeconds(60))).getKeyID()).isEqualTo(before);
    }

    @Test
    void afterARotationTheNewKeySignsAndBothVerify() {
        SigningKeys keys = at(START);
        String old = signing(keys).getKeyID();

        String fresh = keys.rotate();

        assertThat(fresh).isNotEqualTo(old);
        assertThat(signing(keys).getKeyID()).isEqualTo(fresh);
        assertThat(ids(keys)).containsExactly(old, fresh);
        assertThat(ids(at(START))).as("after a restart").containsExactly(old, fresh);
    }

    @Test
    void anOldKeyIsGoneOnlyWhenItsLastTokenIsExpired() {
        SigningKeys keys = at(START);
        String old = signing(keys).getKeyID();
        String fresh = keys.rotate();

        assertThat(ids(at(START.plus(LIFETIME).plusSeconds(60)))).containsExactly(old, fresh);
        SigningKeys later = at(START.plus(LIFETIME).plusSeconds(121));
        assertThat(ids(later)).containsExactly(fresh);
        later.rotate();
        assertThat(directory.resolve("keys.json")).content().doesNotContain(old);
    }

    @Test
    void aBrokenFileIsToldAndKept() throws Exception {
        Path file = Files.writeString(directory.resolve("keys.json"), "{\"keys\":");

        assertThatThrownBy(() -> at(START))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file + " is no JWK set");
        assertThat(file).hasContent("{\"keys\":");
    }

    private SigningKeys at(Instant now) {
        OwnerOnlyFile file = new OwnerOnlyFile(directory.resolve("keys.json"));
        return new SigningKeys(file, LIFETIME, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JWK signing(SigningKeys keys) {
        return SigningKeys.signing(all(keys));
    }

    private static List<String> ids(SigningKeys keys) {
        return all(keys).stream().map(JWK::getKeyID).toList();
    }

    private static List<JWK> all(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}
