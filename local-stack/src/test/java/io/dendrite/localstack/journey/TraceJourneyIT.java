package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator sees of one booking: one trace through all services, and nobody's name in it. */
class TraceJourneyIT extends Journey {

    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void aBookingIsOneTraceFromTheGatewayToTheMailServer() {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        FrontDesk.Patient patient = desk().newPatient();
        String traceId = UUID.randomUUID().toString().replace("-", "");

        Answer booked = desk().post(
                        "/bookings",
                        FrontDesk.bookingJson(patient, clinic, "2027-03-08T09:00"),
                        "traceparent",
                        "00-" + traceId + "-" + CALLER + "-01");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        List<SpanCollector.Seen> spans = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> SpanCollector.RUNNING.of(traceId),
                        seen -> seen.stream().anyMatch(span -> span.name().equals("notice deliver")) && isWhole(seen));

        assertThat(spans)
                .extracting(SpanCollector.Seen::service, SpanCollector.Seen::name)
                .extracting(Object::toString)
                .anyMatch(span -> span.contains("gateway"))
                .anyMatch(span -> span.contains("scheduling-service") && span.contains("http post /api/v1/bookings"))
                .anyMatch(span -> span.contains("scheduling-service") && span.contains("outbox publish"))
                .anyMatch(span -> span.contains("scheduling-service") && span.contains("send"))
                .anyMatch(span -> span.contains("notification-service") && span.contains("process"))
                .anyMatch(span -> span.contains("notification-service") && span.contains("notice deliver"))
                .anyMatch(span -> span.contains("notification-service") && span.contains("email send"));
        assertThat(spans).filteredOn(span -> span.parentId().equals(CALLER)).hasSize(1);
        assertThat(spans)
                .extracting(span -> span.span().toString())
                .noneMatch(text -> text.contains(patient.email()) || text.contains("Familytest"));
    }

    /** Each service sends its spans when it likes: all are there when the parent of each is. */
    private static boolean isWhole(List<SpanCollector.Seen> spans) {
        Set<String> known = spans.stream().map(SpanCollector.Seen::spanId).collect(Collectors.toSet());
        return spans.stream()
                .allMatch(span ->
                        known.contains(span.parentId()) || span.parentId().equals(CALLER));
    }
}
