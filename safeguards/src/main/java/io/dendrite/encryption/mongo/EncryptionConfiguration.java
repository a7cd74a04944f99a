package io.dendrite.encryption.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.dendrite.audit.model.Sealing;
import io.dendrite.encryption.BlindIndex;
import io.dendrite.encryption.Macs;
import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.Purpose;
import io.dendrite.encryption.SharedSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Gives a service its encryption. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(EncryptionSettings.class)
public class EncryptionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EncryptionConfiguration.class);

    @Bean
    Encryption encryption(
            MongoClient client,
            MongoClientSettings access,
            ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers,
            EncryptionSettings settings) {
        // The vault has a client of its own, with the same address and time limits as the service's.
        MongoClientSettings.Builder same = MongoClientSettings.builder(access);
        customizers.orderedStream().forEach(each -> each.customize(same));
        return new Encryption(client, same.build(), settings);
    }

    @Bean
    PatientSeal patientSeal(Encryption encryption) {
        return encryption.patients();
    }

    @Bean
    SharedSeal sharedSeal(Encryption encryption) {
        return encryption.shared();
    }

    @Bean
    Macs macs(Encryption encryption) {
        return encryption.macs();
    }

    @Bean
    BlindIndex blindIndex(Encryption encryption) {
        return encryption.blindIndex();
    }

    @Bean
    Sealing auditSealing(Macs macs) {
        return content -> macs.mac(Purpose.AUDIT, content);
    }

    /**
     * A wrong master key is noticed before it makes keys of its own. After a change of the master key its data keys are
     * encrypted anew; after a crash that is done again at the next start, until none is left under the old one.
     */
    @Bean
    ApplicationRunner masterKeyRotation(Encryption encryption, EncryptionSettings settings) {
        return arguments -> {
            try {
                encryption.requireKnownMasterKeys();
            } catch (MongoException away) {
                // Some services start without MongoDB; what they open later tells by itself.
                log.warn("The key vault does not answer, so the master key was not checked");
                return;
            }
            if (settings.rotates()) {
                log.info(
                        "Master key rotation: {} data keys encrypted anew; the previous master key may go",
                        encryption.rewrapAll());
            }
        };
    }
}
