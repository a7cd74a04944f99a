package io.dendrite.localstack.chaos;

import io.dendrite.localstack.client.Visit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the gateway has acknowledged: the harness's own record, which the stack cannot change. */
final class Acknowledged {

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final Map<String, String> bookings = new ConcurrentHashMap<>();
    private final Map<String, Queue<String>> refusals = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /** An answer came; status 0 stands for none. */
    void answered(String call, int status) {
        answers.merge(status, 1, Integer::sum);
        calls.merge(call, 1, Integer::sum);
    }

    /** A booking stands. */
    void booked(String booking, String patient, Collection<Visit> its) {
        bookings.put(booking, patient);
        its.forEach(visit -> visits.put(visit.id(), visit));
    }

    /** A booking was refused, and with what. */
    void refused(String patient, String why) {
        refusals.computeIfAbsent(patient, first -> new ConcurrentLinkedQueue<>())
                .add(why);
    }

    /** A visit was moved, cancelled, or has gone a step further. */
    void changed(Visit visit) {
        visits.put(visit.id(), visit);
    }

    /** Patients by booking. */
    Map<String, String> bookings() {
        return Map.copyOf(bookings);
    }

    /** With what this patient's bookings were refused. */
    List<String> refusals(String patient) {
        Queue<String> known = refusals.get(patient);
        return known == null ? List.of() : List.copyOf(known);
    }

    /** Visits as they were answered last, by id. */
    Map<String, Visit> visits() {
        return Map.copyOf(visits);
    }

    Map<Integer, Integer> answers() {
        return new TreeMap<>(answers);
    }

    Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    Set<String> patients() {
        return Set.copyOf(bookings.values());
    }
}
