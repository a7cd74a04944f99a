package io.dendrite.notification.ledger.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, and how long a call to it may take before it counts as away. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final String DEFAULT_DATABASE = "dendrite-notification";

    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return client.getDatabase(named == null ? DEFAULT_DATABASE : named);
    }

    /**
     * The driver would wait thirty seconds for a server and for ever for an answer. One limit over each whole operation,
     * finding a server and the driver's own retry included, keeps the promise of an answer in under three seconds.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer impatient(@Value("${dendrite.mongodb.timeout}") Duration timeout) {
        long whole = timeout.toMillis();
        long reaching = whole * 4 / 5;
        return settings -> settings.timeout(whole, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(reaching, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(reaching, TimeUnit.MILLISECONDS));
    }
}
