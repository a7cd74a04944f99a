package io.dendrite.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BookingEventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource(BookingEventType.class)
    void everySampleFollowsItsSchema(BookingEventType type) throws IOException {
        assertThat(schemaOf(type).validate(JSON.readTree(sampleOf(type)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BookingEventType.class)
    void readingAndWritingASampleLosesNothing(BookingEventType type) throws IOException {
        BookingEvent event = BookingEventJson.read(type, sampleOf(type));

        assertThat(BookingEventType.of(event)).isEqualTo(type);
        assertThat(JSON.readTree(BookingEventJson.write(event))).isEqualTo(JSON.readTree(sampleOf(type)));
    }

    @ParameterizedTest
    @EnumSource(BookingEventType.class)
    void readsAnEventThatGainedAField(BookingEventType type) throws IOException {
        ObjectNode grown = (ObjectNode) JSON.readTree(sampleOf(type));
        grown.put("addedLater", "whatever");

        assertThat(BookingEventJson.read(type, JSON.writeValueAsBytes(grown)))
                .isEqualTo(BookingEventJson.read(type, sampleOf(type)));
    }

    @ParameterizedTest
    @EnumSource(BookingEventType.class)
    void refusesAnEventThatLacksAnyRequiredField(BookingEventType type) throws IOException {
        JsonNode schema = JSON.readTree(resource("schemas/" + type.shortName() + ".json"));
        for (JsonNode required : schema.get("required")) {
            ObjectNode shrunk = (ObjectNode) JSON.readTree(sampleOf(type));
            shrunk.remove(required.asString());

            assertThat(schemaOf(type).validate(shrunk)).isNotEmpty();
            assertThatThrownBy(() -> BookingEventJson.read(type, JSON.writeValueAsBytes(shrunk)))
                    .isInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void refusesWhatIsNotJsonWithoutQuotingIt() {
        byte[] broken = "{\"patient\": maria.jose@example.org".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> BookingEventJson.read(BookingEventType.BOOKING_CONFIRMED_V1, broken))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageNotContaining("maria")
                .hasNoCause();
    }

    @Test
    void findsATypeByItsHeaderAndNoneForAnUnknownOne() {
        assertThat(BookingEventType.ofCeType("io.dendrite.booking.confirmed.v1"))
                .contains(BookingEventType.BOOKING_CONFIRMED_V1);
        assertThat(BookingEventType.ofCeType("io.dendrite.booking.confirmed.v9"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BookingEventType.class)
    void theAsyncApiDocumentDescribesEveryType(BookingEventType type) throws IOException {
        Map<String, Map<String, Map<String, Map<String, ?>>>> document =
                new Yaml().load(new String(resource("asyncapi.yaml"), StandardCharsets.UTF_8));

        assertThat(document.get("components").get("messages").values()).anySatisfy(message -> {
            assertThat(message.get("name")).isEqualTo(type.ceType());
            assertThat(String.valueOf(message.get("payload"))).contains("schemas/" + type.shortName() + ".json");
        });
    }

    @Test
    void theEventOfABounceFollowsItsSchemaAndLosesNothing() throws IOException {
        byte[] sample = resource("samples/patient.contact-bounced.v1.json");
        ContactBouncedV1 event = NoticeEventTopic.readContactBounced(sample);

        assertThat(schemaNamed("patient.contact-bounced.v1").validate(JSON.readTree(sample)))
                .isEmpty();
        assertThat(JSON.readTree(NoticeEventTopic.write(event))).isEqualTo(JSON.readTree(sample));
        assertThatThrownBy(() -> NoticeEventTopic.readContactBounced("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    private static Schema schemaOf(BookingEventType type) throws IOException {
        return schemaNamed(type.shortName());
    }

    private static Schema schemaNamed(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(resource("schemas/" + name + ".json"), StandardCharsets.UTF_8));
    }

    private static byte[] sampleOf(BookingEventType type) throws IOException {
        return resource("samples/" + type.shortName() + ".json");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = BookingEventContractTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
