package io.dendrite.localstack.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class tests the whole running system. All such classes of a test run share one stack with two
 * scheduling-services, on free ports, in {@code target/journey}.
 *
 * <p>Test methods and constructors are given what they name as a parameter:
 *
 * <ul>
 *   <li>{@link io.dendrite.localstack.client.ClinicClient}: the API through the gateway, as the front desk
 *   <li>{@link io.dendrite.localstack.token.Tokens}: tokens of any role
 *   <li>{@link io.dendrite.localstack.mail.MailFolder}: the mails that arrived
 *   <li>{@link io.dendrite.localstack.kafka.LocalKafka}, {@link io.dendrite.localstack.mongo.LocalMongo}, {@link
 *       io.dendrite.localstack.mail.SmtpSink}: to stop, start, and let refuse
 *   <li>{@link io.dendrite.localstack.stack.LocalStack}: everything, above all its services ({@code gateway}, {@code
 *       scheduling-service-1}, {@code scheduling-service-2}, {@code notification-service}, {@code local-issuer}), to kill and start again
 * </ul>
 *
 * After each test whatever it has stopped or killed is brought back. Data is kept from test to test, so a test works
 * with patients and times of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackExtension.class)
public @interface WithLocalStack {}
