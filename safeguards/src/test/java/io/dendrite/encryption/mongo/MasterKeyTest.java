package io.dendrite.encryption.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dendrite.start.UnsafeSettingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private static final String GOOD = random(96);

    @Test
    void aGoodKeyIsKnownByAHashOfItself() {
        MasterKey key = MasterKey.of(GOOD, "A_SETTING");

        assertThat(key.provider())
                .matches("local:[0-9a-f]{16}")
                .isEqualTo(MasterKey.of(GOOD, "B").provider());
        assertThat(key).hasToString("MasterKey[" + key.provider() + "]");
    }

    @Test
    void weakKeysAreRefusedByTheNameOfTheirSetting() {
        String zeros = Base64.getEncoder().encodeToString(new byte[96]);
        String text = Base64.getEncoder()
                .encodeToString("correct horse ".repeat(7).substring(0, 96).getBytes(StandardCharsets.UTF_8));
        for (String weak : new String[] {zeros, text, random(95), random(32), "not base64!", ""}) {
            assertThatExceptionOfType(UnsafeSettingException.class)
                    .as(weak)
                    .isThrownBy(() -> MasterKey.of(weak, "A_SETTING"))
                    .withMessageContaining("A_SETTING")
                    .satisfies(refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                            .doesNotContain(weak.isEmpty() ? "\0" : weak));
        }
    }

    @Test
    void withoutAKeyTheSettingIsNamed() {
        assertThatExceptionOfType(UnsafeSettingException.class)
                .isThrownBy(() -> settings(null, null).providers())
                .satisfies(refusal -> assertThat(refusal.remedy()).contains("DENDRITE_ENCRYPTION_MASTERKEYFILE"));
    }

    @Test
    void aRotationKnowsBothKeys() {
        EncryptionSettings settings = settings(GOOD, random(96));

        assertThat(settings.rotates()).isTrue();
        assertThat(settings.providers().all()).hasSize(2);
        assertThat(settings.providers().current())
                .isEqualTo(MasterKey.of(GOOD, "A").provider());
        assertThat(settings.toString()).doesNotContain(GOOD);
    }

    @Test
    void aKeyManagementServiceNeedsNoKeyHere() {
        EncryptionSettings settings = new EncryptionSettings(
                "dendrite-keys",
                "aws",
                null,
                null,
                null,
                null,
                Map.of("accessKeyId", "id", "secretAccessKey", "secret"),
                Map.of("region", "eu-west-1", "key", "arn"));

        assertThat(settings.providers().current()).isEqualTo("aws");
        assertThat(settings.providers().all()).containsOnlyKeys("aws");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static EncryptionSettings settings(String key, String previous) {
        return new EncryptionSettings("dendrite-keys", "local", null, key, null, previous, Map.of(), Map.of());
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
