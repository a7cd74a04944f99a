package io.dendrite.scheduling;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the scheduling service. */
@SpringBootApplication
public class SchedulingApplication {

    /** Runs until the process is told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(SchedulingApplication.class, args);
    }
}
