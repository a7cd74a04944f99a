package io.dendrite.notification.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.events.UnreadableEventException;
import io.dendrite.notification.SampleEvents;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordTest {

    @Test
    void readsTheAttributesOfAnEvent() {
        EventRecord event = read("ce_source", "/x");

        assertThat(event.id()).isEqualTo("e1");
        assertThat(event.type()).isEqualTo("some.type");
        assertThat(event.time()).isEqualTo(SampleEvents.HAPPENED);
        assertThat(event.traceparent()).contains(SampleEvents.TRACE_ID);
        assertThat(event.data()).isEqualTo(new byte[] {'x'});
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T10:30:00-08:00", "2026-11-20T18:30:00.000Z"})
    void readsATimeInAnyOffset(String time) {
        assertThat(read("ce_time", time).time()).isEqualTo(SampleEvents.HAPPENED);
    }

    @ParameterizedTest
    @CsvSource({"ce_time, yesterday", "ce_time, 2026-11-20", "ce_id, ''", "ce_id, '  '"})
    void refusesAnAttributeThatMeansNothing(String header, String value) {
        EventRecord event = read(header, value);

        assertThatThrownBy(() -> {
                    event.id();
                    event.time();
                })
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_time"})
    void refusesARecordThatLacksAnAttribute(String header) {
        ProducerRecord<byte[], byte[]> sent = sent();
        sent.headers().remove(header);
        EventRecord event = new EventRecord(received(sent));

        assertThatThrownBy(() -> {
                    event.id();
                    event.type();
                    event.time();
                })
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(header);
    }

    @Test
    void refusesARecordWithoutAValue() {
        ConsumerRecord<byte[], byte[]> empty = new ConsumerRecord<>("t", 0, 0, null, null);

        assertThatThrownBy(() -> new EventRecord(empty).data()).isInstanceOf(UnreadableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-xyz-00-01", "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01"})
    void doesWithoutATraceIdThatIsMalformed(String traceparent) {
        assertThat(read("traceparent", traceparent).traceparent()).isNull();
    }

    private static EventRecord read(String header, String value) {
        ProducerRecord<byte[], byte[]> sent = sent();
        sent.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
        return new EventRecord(received(sent));
    }

    private static ProducerRecord<byte[], byte[]> sent() {
        return SampleEvents.message("e1", "some.type", "key", new byte[] {'x'});
    }

    private static ConsumerRecord<byte[], byte[]> received(ProducerRecord<byte[], byte[]> sent) {
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>("t", 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }
}
