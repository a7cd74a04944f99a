package io.dendrite.scheduling.idempotency.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import io.dendrite.encryption.Macs;
import io.dendrite.encryption.Purpose;
import io.dendrite.scheduling.http.ETags;
import io.dendrite.scheduling.idempotency.Creation;
import io.dendrite.scheduling.idempotency.Idempotency;
import io.dendrite.scheduling.idempotency.application.Once;
import io.dendrite.scheduling.idempotency.application.StoredAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes every answer of a creation once, so that a repetition has the same bytes. */
@Component
class IdempotentPosts implements Idempotency {

    private final Once once;
    private final Macs macs;
    private final CurrentCaller caller;
    private final JsonMapper json;
    private final JsonMapper canonical;

    IdempotentPosts(Once once, Macs macs, CurrentCaller caller, JsonMapper json) {
        this.caller = caller;
        this.once = once;
        this.macs = macs;
        this.json = json;
        this.canonical = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    @Override
    public ResponseEntity<byte[]> once(
            @Nullable String key, String operation, Object requestBody, Function<String, Creation> create) {
        Function<String, StoredAnswer> attempt = entityId -> written(create.apply(entityId));
        if (key == null) {
            return response(attempt.apply(UUID.randomUUID().toString()), false);
        }
        // Nobody gets another caller's answer. The key has no line break, so no two of these read alike.
        String actor = caller.get().map(Caller::actor).orElse("");
        String id = sha256(operation + "\n" + IdempotencyKey.parse(key) + "\n" + actor);
        Once.Outcome outcome = once.run(id, fingerprint(requestBody), attempt);
        return response(outcome.answer(), outcome.replay());
    }

    private StoredAnswer written(Creation creation) {
        return new StoredAnswer(creation.location(), creation.version(), json.writeValueAsBytes(creation.body()));
    }

    private static ResponseEntity<byte[]> response(StoredAnswer answer, boolean replay) {
        ResponseEntity.BodyBuilder response = ResponseEntity.created(URI.create(answer.location()))
                .eTag(ETags.of(answer.version()))
                .contentType(MediaType.APPLICATION_JSON);
        if (replay) {
            response.header(REPLAY_HEADER, "true");
        }
        return response.body(answer.body());
    }

    /** Under a key, since a plain hash of little text can be guessed. */
    private String fingerprint(Object requestBody) {
        return HexFormat.of().formatHex(macs.mac(Purpose.ANSWERS, canonical.writeValueAsBytes(requestBody)));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
