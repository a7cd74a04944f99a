package io.dendrite.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"maria@example.org", "o'brien+x@mail.example.org", "a@b.c"})
    void acceptsBareAddresses(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maria",
                "@example.org",
                "maria@",
                "Maria <maria@example.org>",
                "maria@example.org, eve@example.org",
                "maria@example.org\r\nBcc: eve@example.org",
                "maria @example.org",
                "a@b@c",
                "list:maria@example.org;"
            })
    void refusesEverythingElse(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void refusesASenderThatIsNotABareAddress() {
        assertThatThrownBy(() -> new MailSettings("Clinic <a@b.example>", null))
                .hasMessageContaining("dendrite.mail.from");
        assertThatThrownBy(() -> new MailSettings("a@b.example", "nobody"))
                .hasMessageContaining("dendrite.mail.reply-to");
        assertThat(new MailSettings("a@b.example", "").replyTo()).isNull();
        assertThat(new MailSettings("a@b.example", null).domain()).isEqualTo("b.example");
    }
}
