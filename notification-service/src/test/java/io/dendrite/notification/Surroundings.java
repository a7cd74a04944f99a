package io.dendrite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.events.PatientContact;
import io.dendrite.testsupport.EmbeddedMongo;
import io.dendrite.testsupport.QueryWatch;
import io.dendrite.testsupport.TestIssuer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Real servers around the service, embedded: Kafka, a MongoDB-wire server behind a line that can be cut, and SMTP. */
public final class Surroundings implements AutoCloseable {

    public static final String DATABASE = "notification";

    /** The scheduling service, which makes the keys, creates their index. */
    private static final String KEYS = "vault.find {";

    /** There are few of them, or the first few are asked for, or it is asked at the start only. */
    private static final Set<String> READ_WHOLE_ON_PURPOSE =
            Set.of("heads.find {}", "inbox.find {}", "vault.distinct {}", KEYS);

    private final QueryWatch queries = new QueryWatch();
    private final @Nullable EmbeddedKafkaKraftBroker kafka;
    private final String kafkaAddress;
    private final TestIssuer issuer = new TestIssuer();
    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final Seals seals = new Seals(mongo.connectionString());
    private final CuttableLine lineToMongo = new CuttableLine(portOf(mongo.connectionString()));
    private final MongoClient directClient = MongoClients.create(mongo.connectionString());
    private final int smtpPort = freePort();
    private final GreenMail smtp;
    private final KafkaTemplate<byte[], byte[]> producer;

    /** Starts all of it. */
    public Surroundings() {
        this(embeddedKafka(), "");
    }

    /** Starts all but Kafka, which is there already. */
    public Surroundings(String kafkaAddress) {
        this(null, kafkaAddress);
    }

    private Surroundings(@Nullable EmbeddedKafkaKraftBroker kafka, String address) {
        this.kafka = kafka;
        kafkaAddress = kafka == null ? address : kafka.getBrokersAsString();
        producer = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaAddress),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
        smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
    }

    private static EmbeddedKafkaKraftBroker embeddedKafka() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.afterPropertiesSet();
        return broker;
    }

    /** Starts an instance of the service among them, with further settings as {@code key=value}. */
    public ConfigurableApplicationContext startService(String... settings) {
        return startService(List.of(NotificationApplication.class), settings);
    }

    /** Starts an instance whose clock tests set. */
    public ConfigurableApplicationContext startServiceWithMovedClock(String... settings) {
        return startService(List.of(NotificationApplication.class, MovedClock.Given.class), settings);
    }

    private ConfigurableApplicationContext startService(List<Class<?>> sources, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("server.port", "0");
        all.put("DENDRITE_ISSUER", issuer.issuer());
        all.put("dendrite.encryption.master-key", seals.masterKey());
        all.put("spring.mongodb.uri", "mongodb://127.0.0.1:" + lineToMongo.port() + "/" + DATABASE);
        all.put("spring.kafka.bootstrap-servers", kafkaAddress);
        all.put("spring.mail.host", "127.0.0.1");
        all.put("spring.mail.port", String.valueOf(smtpPort));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        MongoClientSettingsBuilderCustomizer watched = builder -> builder.addCommandListener(queries);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .initializers(context -> context.getBeanFactory().registerSingleton("watched", watched))
                .run(arguments);
    }

    /** What the mail server has accepted so far. */
    public List<MimeMessage> mails() {
        return List.of(smtp.getReceivedMessages());
    }

    /** The mail server. */
    public GreenMail smtp() {
        return smtp;
    }

    /** The database, reached past the line. */
    public MongoDatabase database() {
        return directClient.getDatabase(DATABASE);
    }

    /** Another database of the same server. */
    public MongoDatabase databaseNamed(String name) {
        return directClient.getDatabase(name);
    }

    /** The database's address, past the line. */
    public String mongoAddress() {
        return mongo.connectionString();
    }

    /** The line that the service reaches its database by. */
    public CuttableLine lineToMongo() {
        return lineToMongo;
    }

    /** A patient who wants e-mail at this address, sealed as the scheduling service does it. */
    public PatientContact patient(String id, long version, String email) {
        return seals.patient(id, version, email);
    }

    /** What seals contacts. */
    public Seals seals() {
        return seals;
    }

    /** Whose tokens the service trusts. */
    public TestIssuer issuer() {
        return issuer;
    }

    /** Where Kafka listens. */
    public String kafkaAddress() {
        return kafkaAddress;
    }

    /** The mails to one address, once there are that many. */
    public List<MimeMessage> awaitMailsTo(String address, int count) {
        return Awaitility.await("mails to " + address)
                .atMost(Duration.ofSeconds(40))
                .until(() -> mailsTo(address), found -> found.size() >= count);
    }

    /** The mails to one address so far. */
    public List<MimeMessage> mailsTo(String address) {
        return mails().stream().filter(mail -> recipient(mail).equals(address)).toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored notices about a booking, without its reminders. */
    public List<Document> notices(String bookingId) {
        return stored(bookingId, new Document("$ne", "APPOINTMENT_REMINDER"));
    }

    /** The stored reminders of a booking. */
    public List<Document> reminders(String bookingId) {
        return stored(bookingId, "APPOINTMENT_REMINDER");
    }

    private List<Document> stored(String bookingId, Object kind) {
        return database()
                .getCollection("notices")
                .find(new Document("bookingId", bookingId).append("kind", kind))
                .sort(new Document("dueAt", 1))
                .into(new ArrayList<>());
    }

    /** The only notice about a booking, once it has this status. */
    public Document awaitNotice(String bookingId, String status) {
        return Awaitility.await("a notice about " + bookingId + " that is " + status)
                .atMost(Duration.ofSeconds(40))
                .until(
                        () -> notices(bookingId),
                        found -> found.size() == 1 && status.equals(found.get(0).getString("status")))
                .get(0);
    }

    /** Sends records as the scheduling service does. */
    public KafkaTemplate<byte[], byte[]> producer() {
        return producer;
    }

    /** Sends a record and waits until Kafka has it. */
    public void publish(ProducerRecord<byte[], byte[]> record) {
        producer.send(record).join();
    }

    @Override
    public void close() {
        producer.destroy();
        smtp.stop();
        directClient.close();
        lineToMongo.close();
        seals.close();
        mongo.close();
        issuer.close();
        if (kafka != null) {
            kafka.destroy();
        }
        // Created within seconds after the start, which some tests do not wait for.
        if (queries.knowsIndexesOf(DATABASE)) {
            assertThat(queries.unserved(READ_WHOLE_ON_PURPOSE))
                    .as("queries without an index")
                    .isEmpty();
        }
    }

    private static int portOf(String connectionString) {
        return Integer.parseInt(connectionString.substring(connectionString.lastIndexOf(':') + 1));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
