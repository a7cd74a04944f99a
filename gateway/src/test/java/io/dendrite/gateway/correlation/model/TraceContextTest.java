package io.dendrite.gateway.correlation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String VALID = "00-" + TRACE + "-00f067aa0ba902b7-00";

    @Test
    void continuesAValidTraceWithItsFlagsAndASpanOfItsOwn() {
        TraceContext trace = TraceContext.continuing(List.of(VALID));

        assertThat(trace.continued()).isTrue();
        assertThat(trace.traceparent())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-00")
                .isNotEqualTo(VALID);
    }

    @Test
    void continuesATraceOfALaterVersion() {
        assertThat(TraceContext.continuing(List.of("01-" + TRACE + "-00f067aa0ba902b7-01-more"))
                        .traceId())
                .isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
            })
    void startsATraceInPlaceOfAnInvalidOne(String header) {
        TraceContext trace = TraceContext.continuing(List.of(header));

        assertThat(trace.continued()).isFalse();
        assertThat(trace.traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContainIgnoringCase(TRACE);
    }

    @Test
    void startsATraceWhereThereIsNoneOrMoreThanOne() {
        assertThat(TraceContext.continuing(List.of()).continued()).isFalse();
        assertThat(TraceContext.continuing(List.of(VALID, VALID)).continued()).isFalse();
    }

    @Test
    void startsEachTraceAnew() {
        assertThat(TraceContext.started().traceId())
                .isNotEqualTo(TraceContext.started().traceId());
    }
}
