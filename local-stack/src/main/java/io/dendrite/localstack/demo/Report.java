package io.dendrite.localstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Prints the demo step by step, keeps what was missing, and sums up at the end. */
final class Report {

    private record Outcome(String title, Duration took, List<String> missing) {}

    /** What a step does; whatever it throws ends the demo. */
    interface Doing {
        void run() throws InterruptedException;
    }

    private final PrintStream out;
    private final List<Outcome> outcomes = new ArrayList<>();
    private List<String> missing = new ArrayList<>();
    private boolean broken;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Does one step, unless an earlier one broke: then those after it have nothing to stand on. */
    void step(String title, Doing doing) {
        if (broken) {
            outcomes.add(new Outcome(title, Duration.ZERO, List.of("not tried")));
            return;
        }
        missing = new ArrayList<>();
        out.println();
        out.println((outcomes.size() + 1) + ". " + title);
        long began = System.nanoTime();
        try {
            doing.run();
        } catch (RuntimeException e) {
            miss(e.getMessage() == null ? e.toString() : e.getMessage());
            broken = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            miss("it was interrupted");
            broken = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        outcomes.add(new Outcome(title, took, missing));
        out.println("   " + took.toMillis() + " ms");
    }

    /** A line of what happened. */
    void say(String line) {
        out.println("   " + line);
    }

    /** Several lines, set off from the others. */
    void quote(String text) {
        text.lines().forEach(line -> out.println("   | " + line));
    }

    /** Something that has to be so. */
    void check(boolean holds, String claim) {
        if (holds) {
            say("ok: " + claim);
        } else {
            miss(claim);
        }
    }

    private void miss(String what) {
        missing.add(what);
        say("MISSING: " + what);
    }

    /** Prints the table; true if nothing was missing. */
    boolean sumUp() {
        out.println();
        out.println("Summary");
        outcomes.forEach(outcome -> out.printf(
                "   %-7s %7d ms  %s%n",
                outcome.missing().isEmpty() ? "ok" : "MISSING", outcome.took().toMillis(), outcome.title()));
        List<String> all = outcomes.stream()
                .flatMap(outcome -> outcome.missing().stream().map(what -> outcome.title() + ": " + what))
                .toList();
        out.println();
        out.println(
                all.isEmpty()
                        ? "Everything arrived as expected."
                        : "Not as expected:\n   " + String.join("\n   ", all));
        return all.isEmpty();
    }
}
