package io.dendrite.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS by settings alone, with a certificate made for the test; and no start without it where it is needed. */
class TlsIT {

    @TempDir
    static Path directory;

    private static KeyStore keys;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = directory.resolve("keys.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "for-a-test")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(made).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "for-a-test".toCharArray());
        }
        pem("certificate.pem", "CERTIFICATE", keys.getCertificate("gateway").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("gateway", "for-a-test".toCharArray()).getEncoded());
    }

    @Test
    void speaksTlsWithACertificateFromPemFiles() throws Exception {
        try (StubService service = new StubService("scheduling");
                RunningGateway gateway = RunningGateway.with(
                        "DENDRITE_SCHEDULING_URIS=" + service.address(),
                        // No address and no promise: with TLS it may listen everywhere.
                        "server.address=0.0.0.0",
                        "server.ssl.bundle=gateway",
                        "spring.ssl.bundle.pem.gateway.keystore.certificate=file:"
                                + directory.resolve("certificate.pem"),
                        "spring.ssl.bundle.pem.gateway.keystore.private-key=file:" + directory.resolve("key.pem"))) {
            HttpResponse<String> answer = trusting()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port() + "/api/v1/sites"))
                                    .header("Authorization", gateway.authorization())
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(service.received.get(0).headers().get("X-Forwarded-Proto"))
                    .containsExactly("https");
            assertThat(gateway.sendHead("GET /actuator/info HTTP/1.1", "Host: c"))
                    .as("nothing in clear")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void doesNotTellBrowsersToUseTlsWhereItSpeaksNone() {
        try (RunningGateway gateway = RunningGateway.with()) {
            assertThat(gateway.get("/actuator/info").headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void doesNotStartInClearOnANetworkUnlessTold() {
        assertThatThrownBy(() -> RunningGateway.with("server.address=0.0.0.0"))
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .rootCause()
                .hasMessageContaining("plain HTTP")
                .hasMessageContaining("server.address");
    }

    @Test
    void startsInClearOnANetworkWhenTold() {
        try (RunningGateway gateway = RunningGateway.with(
                "server.address=0.0.0.0", "dendrite.gateway.plain-http=true", "dendrite.gateway.hsts=true")) {
            assertThat(gateway.get("/actuator/info").headers().firstValue("Strict-Transport-Security"))
                    .as("told that a proxy speaks TLS")
                    .isPresent();
        }
    }

    @Test
    void doesNotStartWithoutAnIssuer() {
        assertThatThrownBy(() -> RunningGateway.with("spring.security.oauth2.resourceserver.jwt.issuer-uri="))
                .hasRootCauseInstanceOf(StartRefusedException.class)
                .rootCause()
                .hasMessageContaining("spring.security.oauth2.resourceserver.jwt.issuer-uri");
    }

    private static HttpClient trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    private static void pem(String file, String kind, byte[] content) throws Exception {
        Files.write(
                directory.resolve(file),
                List.of(
                        "-----BEGIN " + kind + "-----",
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content),
                        "-----END " + kind + "-----"));
    }
}
