package io.dendrite.notification;

import io.dendrite.notification.ledger.kafka.ReplayDeadLetters;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the notification service. Thymeleaf writes mails and pages that are asked for by name, so its views stay off. */
@SpringBootApplication(exclude = ThymeleafAutoConfiguration.class)
@EnableScheduling
public class NotificationApplication {

    /** Runs until the process is told to stop, or does what its first argument says. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ReplayDeadLetters.NAME)) {
            int count = ReplayDeadLetters.run(Arrays.copyOfRange(args, 1, args.length));
            System.out.println(count + " dead letters");
            return;
        }
        SpringApplication.run(NotificationApplication.class, args);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
