package io.dendrite.gateway.access.model;

import io.dendrite.gateway.start.model.StartRefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who signs the tokens.
 *
 * @param name the {@code iss} that a token must carry, to the letter
 * @param keysAt where its public keys are, if that is not to be asked of the issuer
 */
public record Issuer(String name, Optional<URI> keysAt) {

    private static final String PROPERTY = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String KEYS_PROPERTY = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri";

    /**
     * The issuer that the settings name.
     *
     * @throws StartRefusedException when there is none, or none that could be one
     */
    public static Issuer of(@Nullable String name, @Nullable String keysAt) {
        if (name == null || name.isBlank()) {
            throw new StartRefusedException(
                    "No token issuer is configured: " + PROPERTY + " is empty, so nobody could be let in.",
                    "Set DENDRITE_ISSUER to the issuer's address, to the letter as its tokens name it.");
        }
        address(PROPERTY, name);
        boolean asked = keysAt == null || keysAt.isBlank();
        return new Issuer(name, asked ? Optional.empty() : Optional.of(address(KEYS_PROPERTY, String.valueOf(keysAt))));
    }

    /** Where it describes itself (OpenID Connect Discovery 1.0, section 4). */
    public URI metadataAt() {
        String base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    private static URI address(String property, String text) {
        try {
            URI address = new URI(text);
            boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (http && address.getHost() != null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new StartRefusedException(
                property + " is not an address: " + text,
                "Set it to an absolute address such as https://login.clinic.example/realms/dendrite.");
    }
}
