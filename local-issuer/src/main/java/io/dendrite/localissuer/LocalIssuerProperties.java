package io.dendrite.localissuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings below {@code dendrite.local-issuer}.
 *
 * @param directory where keys, client secrets and passwords are kept
 * @param audience whom access tokens are for (RFC 7519, section 4.1.3)
 * @param tokenLifetime how long an access token is good
 * @param gateway whose pages may send browsers here and come back with a code
 * @param otherAddresses whether addresses that others can reach may be listened on
 */
@ConfigurationProperties("dendrite.local-issuer")
public record LocalIssuerProperties(
        Path directory, String audience, Duration tokenLifetime, URI gateway, boolean otherAddresses) {}
