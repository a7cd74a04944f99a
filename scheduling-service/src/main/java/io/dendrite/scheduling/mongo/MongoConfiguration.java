package io.dendrite.scheduling.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The one client. Its time limits add up to an answer within three seconds when MongoDB is away; writes wait for a
 * majority, so that what was acknowledged survives the loss of a node.
 */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final long SERVER_SELECTION_MILLIS = 2_000;
    private static final int CONNECT_MILLIS = 1_000;
    private static final long OPERATION_MILLIS = 2_500;

    @Bean
    MongoClientSettingsBuilderCustomizer timeLimits() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS))
                .timeout(OPERATION_MILLIS, TimeUnit.MILLISECONDS)
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.LOCAL);
    }

    /** The database that the connection string names. */
    @Bean
    MongoDatabase schedulingDatabase(MongoClient client, MongoConnectionDetails details) {
        ConnectionString address = details.getConnectionString();
        return client.getDatabase(Objects.requireNonNull(
                address.getDatabase(), "spring.mongodb.uri names no database: …/dendrite-scheduling is missing"));
    }
}
