package io.dendrite.notification.page.http;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** This service's secret at the issuer. */
final class ClientSecret {

    private ClientSecret() {}

    /** The secret; empty while there is none. A file is read anew each time: it may be written after the start. */
    static Optional<String> of(DeskSettings settings) {
        if (settings.clientSecret() != null) {
            return Optional.of(settings.clientSecret());
        }
        Path file = settings.clientSecretFile();
        if (file == null || !Files.isReadable(file)) {
            return Optional.empty();
        }
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            secrets.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(secrets.getProperty(settings.clientId()));
    }
}
