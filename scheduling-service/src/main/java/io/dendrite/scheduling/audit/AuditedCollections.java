package io.dendrite.scheduling.audit;

import com.mongodb.client.MongoDatabase;
import io.dendrite.audit.AuditCollections;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the collections whose documents carry the audit records of their changes. */
@Configuration(proxyBeanMethods = false)
class AuditedCollections {

    @Bean
    AuditCollections auditCollections(MongoDatabase database) {
        return new AuditCollections(Stream.of(
                        "calendar", "patients", "sites", "resources", "treatments", "break_glass", "waitlist", "feeds")
                .map(database::getCollection)
                .toList());
    }
}
