package io.dendrite.notification;

import io.dendrite.audit.model.Sealing;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TemporarySealing {
    @Bean
    Sealing sealing() {
        return content -> {
            try {
                return MessageDigest.getInstance("SHA-256").digest(content);
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
