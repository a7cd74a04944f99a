package io.dendrite.notification.page.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the scheduling service is asked on patients' behalf.
 *
 * @param url where it is reached, best through the gateway; without it the pages answer that they are not available
 * @param tokenUri where tokens are had by the client credentials grant (RFC 6749, 4.4)
 * @param clientId of this service at the issuer
 * @param clientSecret its secret; null where a file holds it
 * @param clientSecretFile a file of {@code clientId=secret} lines that may come later than this service
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("dendrite.scheduling")
record DeskSettings(
        @Nullable URI url,
        @Nullable URI tokenUri,
        @DefaultValue("patient-pages") String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("5s") Duration timeout) {

    /** The one scope that the patients' pages need. */
    static final String SCOPE = "self-service";

    DeskSettings {
        url = url == null || url.toString().isBlank() ? null : url;
        tokenUri = tokenUri == null || tokenUri.toString().isBlank() ? null : tokenUri;
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
        clientSecretFile =
                clientSecretFile == null || clientSecretFile.toString().isBlank() ? null : clientSecretFile;
    }
}
