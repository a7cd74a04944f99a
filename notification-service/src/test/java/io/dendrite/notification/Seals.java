package io.dendrite.notification;

import io.dendrite.encryption.PatientSeal;
import io.dendrite.encryption.SharedSeal;
import io.dendrite.encryption.mongo.EncryptionConfiguration;
import io.dendrite.events.ContactDetails;
import io.dendrite.events.PatientContact;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Seals contacts as the scheduling service does: another process with the same vault and master key. */
public final class Seals implements AutoCloseable {

    private final String mongo;
    private final String masterKey;
    private final ConfigurableApplicationContext process;

    /** With a master key of its own. */
    public Seals(String mongo) {
        this(mongo, randomKey());
    }

    private Seals(String mongo, String masterKey) {
        this.mongo = mongo;
        this.masterKey = masterKey;
        process = new SpringApplicationBuilder(Sealing.class)
                .web(WebApplicationType.NONE)
                .run("--spring.mongodb.uri=" + mongo, "--dendrite.encryption.master-key=" + masterKey);
    }

    private static String randomKey() {
        byte[] key = new byte[96];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** One more process with the same master key, which has not used any key yet. */
    public Seals another() {
        return new Seals(mongo, masterKey);
    }

    /** The master key, for the service under test. */
    public String masterKey() {
        return masterKey;
    }

    /** The library itself. */
    public PatientSeal seal() {
        return process.getBean(PatientSeal.class);
    }

    /** The library's part that knows no patients. */
    public SharedSeal sharedSeal() {
        return process.getBean(SharedSeal.class);
    }

    /** A patient who wants e-mail at this address. */
    public PatientContact patient(String id, long version, String email) {
        return patient(id, version, new ContactDetails("María José", email, "en", true));
    }

    /** A patient of whom this is known. */
    public PatientContact patient(String id, long version, ContactDetails details) {
        seal().createKey(id);
        byte[] sealed = seal().seal(id, details.asMap());
        return new PatientContact(id, version, Base64.getEncoder().encodeToString(sealed));
    }

    @Override
    public void close() {
        process.close();
    }

    /** Nothing but encryption. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({MongoAutoConfiguration.class, EncryptionConfiguration.class})
    static class Sealing {}
}
