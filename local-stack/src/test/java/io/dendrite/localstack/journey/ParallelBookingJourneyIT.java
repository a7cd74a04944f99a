package io.dendrite.localstack.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many front desks at the same moment, through the gateway, against two scheduling instances. */
class ParallelBookingJourneyIT extends Journey {

    private static final int DESKS = 64;

    @Test
    void theLastFreeChairIsBookedOnce() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 5);

        List<Answer> answers = allBook(clinic, number -> new String[] {"2027-03-08T09:00"});

        assertWinners(answers, 1);
        assertThat(clinic.booked(desk(), "2027-03-08")).isEqualTo(1);
    }

    @Test
    void ofOverlappingButUnequalTimesOneIsBooked() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 5);
        String[] starts = {"2027-03-08T09:00", "2027-03-08T09:15", "2027-03-08T09:45", "2027-03-08T10:30"};

        List<Answer> answers = allBook(clinic, number -> new String[] {starts[number % starts.length]});

        assertWinners(answers, 1);
        assertThat(clinic.booked(desk(), "2027-03-08")).isEqualTo(1);
    }

    @Test
    void ofCoursesThatCollideInOneAppointmentOneIsBookedAndNothingOfTheOthersRemains() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 5);
        int courses = 16;

        List<Answer> answers = FrontDesk.allAtOnce(IntStream.range(0, courses)
                .mapToObj(number -> courseOf(clinic, number))
                .toList());

        assertWinners(answers, 1);
        int left = IntStream.range(0, courses)
                .map(number -> clinic.booked(desk(), day(number)))
                .sum();
        assertThat(left).as("visits outside the common slot").isEqualTo(1);
        assertThat(clinic.booked(desk(), "2027-05-03")).isEqualTo(1);
    }

    @Test
    void ofManyMovesIntoOneSlotOneSucceedsAndTheOthersStayWhereTheyWere() {
        SmallClinic clinic = SmallClinic.with(office(), 1, 5);
        List<Answer> booked = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            booked.add(desk().book(desk().newPatient(), clinic, day(number) + "T09:00"));
        }

        List<Answer> answers = FrontDesk.allAtOnce(booked.stream()
                .<Callable<Answer>>map(
                        booking -> () -> desk().move(booking.appointmentIds().get(0), "2027-05-03T09:00"))
                .toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(15);
        assertThat(clinic.booked(desk(), "2027-05-03")).isEqualTo(1);
        int stayed = IntStream.range(0, 16)
                .map(number -> clinic.booked(desk(), day(number)))
                .sum();
        assertThat(stayed).isEqualTo(15);
    }

    @Test
    void aNurseWithThreeLanesTakesExactlyThree() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 3);

        List<Answer> answers = allBook(clinic, number -> new String[] {"2027-03-08T09:00"});

        assertWinners(answers, 3);
        assertThat(clinic.booked(desk(), "2027-03-08")).isEqualTo(3);
    }

    @Test
    void onePatientIsBookedOnceHoweverManyDesksTry() {
        SmallClinic here = SmallClinic.with(office(), 10, 10);
        SmallClinic there = SmallClinic.with(office(), 10, 10);
        FrontDesk.Patient patient = desk().newPatient();

        List<Answer> answers = FrontDesk.allAtOnce(IntStream.range(0, DESKS)
                .<Callable<Answer>>mapToObj(
                        number -> () -> desk().book(patient, number % 2 == 0 ? here : there, "2027-03-08T09:00"))
                .toList());

        assertWinners(answers, 1);
    }

    @Test
    void theSameKeyAtTheSameMomentBooksOnceAndAnswersTheSame() {
        SmallClinic clinic = SmallClinic.with(office(), 10, 10);
        FrontDesk.Patient patient = desk().newPatient();
        String body = FrontDesk.bookingJson(patient, clinic, "2027-03-08T09:00");
        String key = "\"same-" + patient.id() + "\"";

        List<Answer> answers = FrontDesk.allAtOnce(IntStream.range(0, 16)
                .<Callable<Answer>>mapToObj(number -> () -> desk().post("/bookings", body, "Idempotency-Key", key))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.header("Idempotent-Replay").equals("true")))
                .hasSize(15);
        String other = FrontDesk.bookingJson(patient, clinic, "2027-03-09T09:00");
        assertThat(desk().post("/bookings", other, "Idempotency-Key", key).status())
                .isEqualTo(422);
        assertThat(clinic.booked(desk(), "2027-03-08")).isEqualTo(1);
    }

    private interface Starts {
        String[] of(int number);
    }

    private static List<Answer> allBook(SmallClinic clinic, Starts starts) {
        List<FrontDesk.Patient> patients = desk().newPatients(DESKS);
        return FrontDesk.allAtOnce(IntStream.range(0, DESKS)
                .<Callable<Answer>>mapToObj(
                        number -> () -> desk().book(patients.get(number), clinic, starts.of(number)))
                .toList());
    }

    private static Callable<Answer> courseOf(SmallClinic clinic, int number) {
        FrontDesk.Patient patient = desk().newPatient();
        return () -> desk().book(patient, clinic, day(number) + "T09:00", "2027-05-03T09:00");
    }

    /** A date for each number, all different. */
    private static String day(int number) {
        return "2027-04-%02d".formatted(number + 1);
    }

    private static void assertWinners(List<Answer> answers, int expected) {
        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .as(answers.toString())
                .hasSize(expected);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.json().get("alternatives")).isNotEmpty();
        });
    }
}
