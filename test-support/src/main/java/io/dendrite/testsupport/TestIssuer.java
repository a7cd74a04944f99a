package io.dendrite.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an OpenID provider on a free loopback port: discovery, key set (RFC 7517) and tokens of any kind, good
 * and bad. It has no log-in and no token endpoint.
 */
public final class TestIssuer implements AutoCloseable {

    /** What the services expect a token to be meant for. */
    public static final String AUDIENCE = "dendrite-api";

    private static final int RSA_BITS = 2048;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger keyFetches = new AtomicInteger();
    private volatile Keys keys = Keys.fresh();
    private @Nullable HttpServer server;
    private int port;

    /** Starts answering. */
    public TestIssuer() {
        start();
    }

    /** The {@code iss} of its tokens, which is also where it listens. */
    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** Where its public keys are. */
    public String jwkSetUri() {
        return issuer() + "/keys";
    }

    /** Begins a token that is good as it stands: five minutes, every site, no role. */
    public TestToken token() {
        return new TestToken(issuer(), keys);
    }

    /** Replaces the keys by new ones under new ids: tokens of the old ones can no longer be checked. */
    public void rotateKeys() {
        keys = Keys.fresh();
    }

    /** How often the public keys have been fetched. */
    public int keyFetches() {
        return keyFetches.get();
    }

    /** Stops answering, as in an outage; the keys are kept. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Answers again at the same port after {@link #stop()}. */
    public synchronized void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> {
            keyFetches.incrementAndGet();
            answer(exchange, new JWKSet(keys.all()).toString(true));
        });
        server.start();
    }

    /** Stops answering for good. */
    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","jwks_uri":"%2$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "response_types_supported":["code"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256","ES256"]}""".formatted(issuer(), jwkSetUri());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** The keys that it signs with. */
    record Keys(RSAKey rsa, ECKey ellipticCurve) {

        static Keys fresh() {
            try {
                return new Keys(
                        new RSAKeyGenerator(RSA_BITS)
                                .keyUse(KeyUse.SIGNATURE)
                                .keyID(UUID.randomUUID().toString())
                                .generate(),
                        new ECKeyGenerator(Curve.P_256)
                                .keyUse(KeyUse.SIGNATURE)
                                .keyID(UUID.randomUUID().toString())
                                .generate());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        List<JWK> all() {
            return List.of(rsa, ellipticCurve);
        }
    }
}
