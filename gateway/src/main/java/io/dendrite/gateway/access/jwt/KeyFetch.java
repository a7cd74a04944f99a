package io.dendrite.gateway.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import io.dendrite.gateway.access.model.Issuer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the issuer for its public keys, each time anew. */
final class KeyFetch {

    private final Issuer issuer;
    private final JsonMapper json;
    private final Duration timeout;
    private final HttpClient client;

    KeyFetch(Issuer issuer, JsonMapper json, Duration timeout) {
        this.issuer = issuer;
        this.json = json;
        this.timeout = timeout;
        // Without a pool: it is seldom asked, and a kept connection would outlive its restart.
        this.client = HttpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()));
    }

    Mono<JWKSet> keys() {
        return Mono.justOrEmpty(issuer.keysAt())
                .switchIfEmpty(discovered())
                .flatMap(this::get)
                .map(KeyFetch::parsed)
                .timeout(timeout);
    }

    private Mono<URI> discovered() {
        return get(issuer.metadataAt()).map(json::readTree).map(metadata -> {
            // Whoever answers there must claim to be the issuer (OpenID Connect Discovery 1.0, section 4.3).
            JsonNode name = metadata.path("issuer");
            if (!name.isString() || !name.asString().equals(issuer.name())) {
                throw Exceptions.propagate(new IOException("the metadata is of another issuer"));
            }
            return URI.create(metadata.path("jwks_uri").asString(""));
        });
    }

    private Mono<String> get(URI address) {
        return client.get()
                .uri(address)
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString()
                        : Mono.error(new IOException(
                                "the issuer answered " + response.status().code())))
                .switchIfEmpty(Mono.error(() -> new IOException("the issuer's answer is empty")));
    }

    private static JWKSet parsed(String body) {
        try {
            return JWKSet.parse(body);
        } catch (ParseException e) {
            throw Exceptions.propagate(e);
        }
    }
}
