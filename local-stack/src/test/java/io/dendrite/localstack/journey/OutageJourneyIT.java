package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kafka, the mail server and MongoDB go away while the front desk works, and come back. */
class OutageJourneyIT extends Journey {

    private static final Duration OUTAGE = Duration.ofSeconds(20);

    @Test
    void withoutKafkaAllBookingsSucceedAndAllMailsArriveAfterwards() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        stack().kafka().stop();
        List<FrontDesk.Patient> patients;
        try {
            patients = bookDuringOutage(clinic);
        } finally {
            stack().kafka().start();
        }
        patients.forEach(patient -> mails().to(patient.email(), 1));
    }

    @Test
    void withoutMailServerAllBookingsSucceedAndAllMailsArriveAfterwards() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        stack().smtp().stop();
        List<FrontDesk.Patient> patients;
        try {
            patients = bookDuringOutage(clinic);
        } finally {
            stack().smtp().start();
        }
        patients.forEach(patient -> mails().to(patient.email(), 1));
    }

    @Test
    void aMailServerThatRefusesForNowGetsEveryMailOnceItAccepts() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        stack().smtp().refuseWith(451, "try later");
        List<FrontDesk.Patient> patients;
        try {
            patients = bookDuringOutage(clinic);
        } finally {
            stack().smtp().accept();
        }
        patients.forEach(patient -> mails().to(patient.email(), 1));
    }

    @Test
    void withoutMongoDbTheAnswerIsAProblemWithinThreeSecondsAndServiceReturnsByItself() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        FrontDesk.Patient patient = desk().newPatient();
        stack().mongo().stop();
        try {
            for (int attempt = 0; attempt < 3; attempt++) {
                long before = System.nanoTime();
                Answer answer = desk().book(patient, clinic, "2027-03-08T09:00");
                Duration took = Duration.ofNanos(System.nanoTime() - before);

                assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("/problems/unavailable");
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(took).isLessThan(Duration.ofSeconds(3));
            }
        } finally {
            stack().mongo().start();
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk().book(patient, clinic, "2027-03-08T09:00").status() == 201);
        mails().to(patient.email(), 1);
    }

    /** Books about once a second for as long as the outage lasts. */
    private static List<FrontDesk.Patient> bookDuringOutage(SmallClinic clinic) {
        List<FrontDesk.Patient> patients = new ArrayList<>();
        long end = System.nanoTime() + OUTAGE.toNanos();
        await().atMost(OUTAGE.multipliedBy(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    FrontDesk.Patient patient = desk().newPatient();
                    String day = "2027-06-%02d".formatted(patients.size() % 28 + 1);
                    Answer answer = desk().book(patient, clinic, day + "T09:00");
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
                    patients.add(patient);
                    return System.nanoTime() > end;
                });
        return patients;
    }
}
