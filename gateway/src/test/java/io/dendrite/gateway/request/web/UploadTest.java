package io.dendrite.gateway.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class UploadTest {

    private final Upload upload = new Upload(6, 10);

    @Test
    void keepsABodyUpToTheLimit() {
        upload.add(part("abc"));
        upload.add(part("def"));

        assertThat(upload.isTooLarge()).isFalse();
        assertThat(upload.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abcdef");
    }

    @Test
    void keepsNothingOfABodyAboveTheLimit() {
        upload.add(part("abcdef"));
        upload.add(part("g"));

        assertThat(upload.isTooLarge()).isTrue();
        assertThat(upload.bytes()).isEmpty();
    }

    @Test
    void stopsReadingABodyThatIsFarTooLarge() {
        upload.add(part("abcdefghij"));

        assertThatThrownBy(() -> upload.add(part("k"))).isInstanceOf(Upload.TooLargeToDrainException.class);
    }

    private static DataBuffer part(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
