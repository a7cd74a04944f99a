package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Services die without a word (kill -9) at the worst moments. */
class KillJourneyIT extends Journey {

    @Test
    void aSchedulingServiceThatDiesBetweenWriteAndPublicationPublishesAfterItsRestart() {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        FrontDesk.Patient patient = desk().newPatient();
        // Without Kafka nothing can be published, so the write is done and the publication is not.
        stack().kafka().stop();
        try {
            assertThat(desk().book(patient, clinic, "2027-03-08T09:00").status())
                    .isEqualTo(201);
            stack().kill("scheduling-service-1");
            stack().kill("scheduling-service-2");
        } finally {
            stack().kafka().start();
        }
        assertThat(mails().folder().mailsTo(patient.email())).isEmpty();

        stack().start("scheduling-service-1");
        stack().start("scheduling-service-2");

        mails().to(patient.email(), 1);
    }

    @Test
    void aNotificationServiceThatDiesBetweenLedgerAndMailServerMailsOnceAfterItsRestart() {
        SmallClinic clinic = SmallClinic.with(office(), 2, 2);
        FrontDesk.Patient patient = desk().newPatient();
        stack().smtp().stop();
        try {
            assertThat(desk().book(patient, clinic, "2027-03-08T09:00").status())
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(30)).until(() -> notices(patient) > 0);
            stack().kill("notification-service");
        } finally {
            stack().smtp().start();
        }

        stack().start("notification-service");

        mails().to(patient.email(), 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> desk().get("/notices?patientId=" + patient.id() + "&status=SENT")
                                .json()
                                .path("items")
                                .size()
                        == 1);
    }

    @Test
    void whileOneSchedulingInstanceIsDeadTheOtherServes() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        stack().kill("scheduling-service-2");
        try {
            for (int number = 1; number <= 10; number++) {
                Answer answer = desk().insist(
                                "/bookings",
                                FrontDesk.bookingJson(
                                        desk().newPatient(), clinic, "2027-03-%02dT09:00".formatted(number)));
                assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            }
        } finally {
            stack().start("scheduling-service-2");
        }
    }

    private static int notices(FrontDesk.Patient patient) {
        return desk().get("/notices?patientId=" + patient.id())
                .json()
                .path("items")
                .size();
    }
}
