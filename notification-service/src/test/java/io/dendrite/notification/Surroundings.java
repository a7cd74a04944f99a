package io.dendrite.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.dendrite.testsupport.EmbeddedMongo;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Real servers around the service, embedded: Kafka, a MongoDB-wire server behind a line that can be cut, and SMTP. */
public final class Surroundings implements AutoCloseable {

    public static final String DATABASE = "notification";

    private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 1);
    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final CuttableLine lineToMongo = new CuttableLine(portOf(mongo.connectionString()));
    private final MongoClient directClient = MongoClients.create(mongo.connectionString());
    private final GreenMail smtp;
    private final KafkaTemplate<byte[], byte[]> producer;

    /** Starts all of it. */
    public Surroundings() {
        kafka.brokerProperty("auto.create.topics.enable", "false");
        kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kafka.afterPropertiesSet();
        producer = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
        smtp = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
    }

    /** Starts an instance of the service among them, with further settings as {@code key=value}. */
    public ConfigurableApplicationContext startService(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:" + lineToMongo.port() + "/" + DATABASE,
                "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtp.getSmtp().getPort(),
                "--spring.jmx.enabled=false"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new SpringApplicationBuilder(NotificationApplication.class).run(arguments.toArray(String[]::new));
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

    /** The line that the service reaches its database by. */
    public CuttableLine lineToMongo() {
        return lineToMongo;
    }

    /** Where Kafka listens. */
    public String kafkaAddress() {
        return kafka.getBrokersAsString();
    }

    /** Sends records as the scheduling service does. */
    public KafkaTemplate<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.destroy();
        smtp.stop();
        directClient.close();
        lineToMongo.close();
        mongo.close();
        kafka.destroy();
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
