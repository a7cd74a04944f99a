package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.Answer;
import io.dendrite.localstack.client.ClinicClient;
import io.dendrite.localstack.client.Visit;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One front desk and its clinician at their work: in hundred calls 60 for free times, 20 for a day sheet, 12 bookings, 5 steps of visits, 3 moves or
 * cancellations, drawn from a seed. A change without a clear answer is repeated until there is one, as the API asks of clients.
 * Visits are this desk's own, so it knows how each must stand.
 */
final class FrontDesk implements Runnable {

    private static final List<String> TIMES = List.of("06:00", "09:00", "12:00", "15:00", "18:00");
    private static final List<String> STEPS = List.of("arrive", "start", "observe");
    private static final int DAYS = 60;
    private static final long BETWEEN_CALLS = TimeUnit.MILLISECONDS.toNanos(150);
    private static final long BETWEEN_REPEATS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ClinicClient api;
    private final ClinicClient clinician;
    private final Ground ground;
    private final List<String> patients;
    private final SplittableRandom chance;
    private final Acknowledged acknowledged;
    private final BooleanSupplier goesOn;
    private final List<Visit> ahead = new ArrayList<>();
    private final Deque<Visit> today = new ArrayDeque<>();

    FrontDesk(
            ClinicClient api,
            ClinicClient clinician,
            Ground ground,
            List<String> patients,
            SplittableRandom chance,
            Acknowledged acknowledged,
            BooleanSupplier goesOn) {
        this.api = api;
        this.clinician = clinician;
        this.ground = ground;
        this.patients = patients;
        this.chance = chance;
        this.acknowledged = acknowledged;
        this.goesOn = goesOn;
    }

    /** Books what is to be seen today; before anything is harmed. */
    void prepare(int visits) {
        for (int number = 0; number < visits; number++) {
            book(ground.today(), today);
        }
    }

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            int drawn = chance.nextInt(100);
            if (drawn < 60) {
                read(
                        "look",
                        "/availability?site=" + site() + "&treatment=" + ground.treatment() + "&from=" + day() + "&to="
                                + ground.today().plusDays(DAYS + 1));
            } else if (drawn < 80) {
                read("sheet", "/appointments?site=" + site() + "&date=" + day() + "&limit=200");
            } else if (drawn < 92) {
                book(day(), ahead);
            } else if (drawn < 97) {
                step();
            } else if (!ahead.isEmpty()) {
                moveOrCancel(ahead.remove(chance.nextInt(ahead.size())));
            }
            LockSupport.parkNanos(BETWEEN_CALLS);
        }
    }

    private void book(LocalDate date, Collection<Visit> into) {
        String patient = any(patients);
        Answer answer = insist(
                api,
                "book",
                "/bookings",
                Map.of(
                        "patientId", patient,
                        "siteId", site(),
                        "treatmentId", ground.treatment(),
                        "appointments", List.of(Map.of("start", date + "T" + any(TIMES)))));
        if (answer.status() == 201) {
            List<Visit> visits = Visit.ofBooking(answer.body());
            acknowledged.booked(answer.text("id"), patient, visits);
            into.addAll(visits);
        } else {
            acknowledged.refused(patient, answer.status() + " " + answer.text("type"));
        }
    }

    private void step() {
        Visit visit = today.poll();
        if (visit == null) {
            return;
        }
        int taken = List.of("BOOKED", "ARRIVED", "IN_TREATMENT").indexOf(visit.status());
        if (taken >= 0) {
            change("step", clinician, visit, "/" + STEPS.get(taken), Map.of());
            today.add(acknowledged.visits().getOrDefault(visit.id(), visit));
        }
    }

    private void moveOrCancel(Visit visit) {
        if (chance.nextBoolean()) {
            change("cancel", api, visit, "/cancel", Map.of("reason", "cannot come"));
        } else {
            change("move", api, visit, "/reschedule", Map.of("start", day() + "T" + any(TIMES)));
            ahead.add(acknowledged.visits().getOrDefault(visit.id(), visit));
        }
    }

    /** What was answered last is how the visit must stand; after a refusal it is asked for. */
    private void change(String call, ClinicClient who, Visit visit, String what, Object body) {
        Answer answer = insist(who, call, "/appointments/" + visit.id() + what, body);
        if (answer.status() != 200) {
            answer = insistRead("/appointments/" + visit.id());
        }
        acknowledged.changed(Visit.of(answer.body()));
    }

    private void read(String call, String path) {
        try {
            acknowledged.answered(call, api.get(path).status());
        } catch (RuntimeException noAnswer) {
            acknowledged.answered(call, 0);
        }
    }

    private Answer insistRead(String path) {
        return repeated(() -> api.get(path), "read");
    }

    private Answer insist(ClinicClient who, String call, String path, Object body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return repeated(() -> who.send("POST", path, body, key), call);
    }

    /**
     * After 502, 503, 504 and no answer at all nobody knows what was done; 409 may say that an attempt before holds the
     * key, which may have died after it had booked. Each is asked for again until something is decided.
     */
    private Answer repeated(Supplier<Answer> request, String call) {
        while (true) {
            try {
                Answer answer = request.get();
                acknowledged.answered(
                        answer.isOpen() ? call + " (open " + answer.status() + ")" : call, answer.status());
                if (!answer.isOpen()) {
                    return answer;
                }
            } catch (RuntimeException noAnswer) {
                acknowledged.answered(call, 0);
            }
            LockSupport.parkNanos(BETWEEN_REPEATS);
        }
    }

    private LocalDate day() {
        return ground.today().plusDays(1 + chance.nextInt(DAYS));
    }

    private String site() {
        return any(ground.sites());
    }

    private String any(List<String> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
