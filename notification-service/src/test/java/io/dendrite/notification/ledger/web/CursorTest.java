package io.dendrite.notification.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.notification.ledger.application.NoticeQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void leadsBackToItsPosition() {
        NoticeQuery.Position position =
                new NoticeQuery.Position(Instant.parse("2026-11-20T18:31:00.123Z"), "0123456789abcdef0123456789abcdef");

        assertThat(Cursor.parse(Cursor.of(position))).isEqualTo(position);
        assertThat(Cursor.of(position)).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "MTIz", "LTEuMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"})
    void refusesWhatItDidNotWrite(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(UnusableParameterException.class);
    }
}
