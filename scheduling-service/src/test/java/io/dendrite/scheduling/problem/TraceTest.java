package io.dendrite.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @AfterEach
    void unbind() {
        Trace.unbind();
    }

    @Test
    void continuesTheCallersTraceWithASpanOfItsOwn() {
        Trace trace = Trace.continuing("00-" + ID + "-00f067aa0ba902b7-01");

        assertThat(trace.traceId()).isEqualTo(ID);
        assertThat(trace.traceparent()).matches("00-" + ID + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void readsAHeaderOfALaterVersion() {
        assertThat(Trace.continuing("cc-" + ID + "-00f067aa0ba902b7-00-what-comes")
                        .traceId())
                .isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-" + ID + "-0000000000000000-01",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-" + ID + "-00f067aa0ba902b7-01\nx"
            })
    void beginsANewTraceWhenTheHeaderIsMissingOrWrong(String header) {
        Trace trace = Trace.continuing(header);

        assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
        assertThat(trace.traceparent()).startsWith("00-" + trace.traceId() + "-");
    }

    @Test
    void staysWithTheThreadUntilItIsUnbound() {
        Trace trace = Trace.continuing(null);
        trace.bind();

        assertThat(Trace.current()).isSameAs(trace);
        Trace.unbind();
        assertThat(Trace.current().traceId()).isNotEqualTo(trace.traceId());
    }
}
