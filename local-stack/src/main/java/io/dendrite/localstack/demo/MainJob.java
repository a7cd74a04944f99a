package io.dendrite.localstack.demo;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.client.Slot;
import io.dendrite.localstack.client.Visit;
import io.dendrite.localstack.mail.MailFolder;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The main job, told once: a patient is registered, books a visit and a course, is refused a taken place, moves and
 * cancels, and gets a mail each time. Every run has patients of its own and finds free times by itself.
 */
public final class MainJob {

    private static final String SITE = "riverside";
    private static final String TREATMENT = "iv-mood-2";
    private static final int COURSE = 6;
    private static final int DAYS_AHEAD = 45;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm xxx", Locale.ENGLISH);

    private final ClinicClient clinic;
    private final @Nullable MailFolder mails;
    private final Report report;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String email = "demo-" + run + "@patients.example";

    private String patient = "";
    private Schedule free = new Schedule(List.of());
    private String booking = "";
    private List<Visit> visit = List.of();
    private List<Visit> course = List.of();
    private Letters letters = expected -> {
        throw new IllegalStateException("no patient yet");
    };

    /**
     * Nothing is done yet.
     *
     * @param clinic as the front desk
     * @param mails where the stack keeps mails; null if they go to another server
     */
    public MainJob(ClinicClient clinic, @Nullable MailFolder mails, PrintStream out) {
        this.clinic = clinic;
        this.mails = mails;
        report = new Report(out);
    }

    /** Does it all; true if everything was as expected. */
    public boolean run() {
        report.step("Register a patient", this::register);
        report.step("Ask which times are free", this::askAvailability);
        report.step("Book one visit", this::bookVisit);
        report.step("The confirmation arrives", () -> await("BOOKING_CONFIRMED", "REQUEST", visit));
        report.step("Book a course of six", this::bookCourse);
        report.step("The confirmation of the course arrives", () -> await("BOOKING_CONFIRMED", "REQUEST", course));
        report.step("Another patient asks for the same chair at the same time", this::bookTwice);
        report.step("Move the visit", this::move);
        report.step("The new time arrives", () -> await("APPOINTMENT_RESCHEDULED", "REQUEST", visit));
        report.step("Cancel the visit", this::cancel);
        report.step("The cancellation arrives", () -> await("APPOINTMENT_CANCELLED", "CANCEL", visit));
        return report.sumUp();
    }

    private void register() {
        patient = told(clinic.register("Robin", "Demo", email)).expect(201).text("id");
        JsonNode treatment = clinic.get("/treatments/" + TREATMENT).expect(200).body();
        List<String> unsaid = Stream.concat(
                        Stream.of(
                                TREATMENT,
                                "infusion",
                                "ketamine",
                                treatment.path("name").asString()),
                        treatment.path("indications").valueStream().map(JsonNode::asString))
                .toList();
        letters = mails == null
                ? new LedgerLetters(clinic, patient, report)
                : new FolderLetters(mails, email, new LetterCheck(report, unsaid), report);
        report.say("patient " + patient);
    }

    private void askAvailability() {
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        List<Slot> slots = clinic.availability(SITE, TREATMENT, from, from.plusDays(DAYS_AHEAD));
        free = new Schedule(slots);
        report.say("GET /api/v1/availability: " + slots.size() + " free starts of " + TREATMENT + " at " + SITE
                + " in the next " + DAYS_AHEAD + " days");
        slots.stream().limit(3).forEach(slot -> report.say("  " + WHEN.format(slot.start())));
        report.check(!slots.isEmpty(), "there are free starts");
    }

    private void bookVisit() {
        Answer answer =
                clinic.book(patient, SITE, TREATMENT, List.of(free.first().start()));
        visit = booked(answer);
        booking = answer.text("id");
    }

    private void bookCourse() {
        JsonNode protocol =
                clinic.get("/treatments/" + TREATMENT).expect(200).body().path("course");
        List<OffsetDateTime> starts = free.course(
                movedDay(),
                COURSE,
                protocol.path("minDaysBetween").asInt(1),
                protocol.path("maxPerWeek").asInt(7));
        course = booked(clinic.book(patient, SITE, TREATMENT, starts));
        report.check(course.size() == COURSE, "all " + COURSE + " visits are in one booking");
    }

    /** The other patient names the chair, so that another free one does not make room. */
    private void bookTwice() {
        String other = clinic.register("Alex", "Demo", "demo-" + run + "-other@patients.example")
                .expect(201)
                .text("id");
        Answer refusal =
                told(clinic.bookWith(other, SITE, TREATMENT, visit.get(0).start(), List.of(chair())));
        report.check(refusal.status() == 409, "it is refused with 409");
        report.check(refusal.text("type").endsWith("/problems/slot-taken"), "the problem's type is slot-taken");
        report.say("\"" + refusal.text("detail") + "\"");
        List<Slot> instead =
                refusal.body().path("alternatives").valueStream().map(Slot::of).toList();
        instead.forEach(slot -> report.say("  instead: " + WHEN.format(slot.start())));
        report.check(!instead.isEmpty(), "it names alternatives");
        JsonNode bookings =
                clinic.get("/bookings?patientId=" + other).expect(200).body();
        report.check(bookings.path("items").isEmpty(), "nothing of it was stored");
    }

    private void move() {
        Visit before = visit.get(0);
        OffsetDateTime start = free.onDayAfter(before.start().toLocalDate()).start();
        told(clinic.reschedule(before.id(), start)).expect(200);
        visit = visitNow();
        report.check(visit.get(0).start().isEqual(start), "it is at " + WHEN.format(start));
    }

    private void cancel() {
        Visit before = visit.get(0);
        told(clinic.cancel(before.id(), "Patient is travelling")).expect(200);
        visit = visitNow();
        report.check(visit.get(0).status().equals("CANCELLED"), "its status is CANCELLED");
    }

    private void await(String kind, String method, List<Visit> about) throws InterruptedException {
        letters.await(new Letters.Expected(kind, method, about));
    }

    private List<Visit> booked(Answer answer) {
        List<Visit> visits = Visit.ofBooking(told(answer).expect(201).body());
        visits.forEach(one -> report.say("  " + WHEN.format(one.start()) + "  " + String.join(", ", one.resources())));
        return visits;
    }

    private Answer told(Answer answer) {
        report.say(answer.call() + ": " + answer.status() + " after "
                + answer.took().toMillis() + " ms");
        return answer;
    }

    private LocalDate movedDay() {
        return free.onDayAfter(visit.get(0).start().toLocalDate()).day();
    }

    private String chair() {
        return visit.get(0).resources().stream()
                .filter(resource -> resource.startsWith("chair-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the booked visit has no chair"));
    }

    private List<Visit> visitNow() {
        return Visit.ofBooking(clinic.get("/bookings/" + booking).expect(200).body());
    }
}
