package io.dendrite.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one step of a scenario came to.
 *
 * @param scenario its letter and name
 * @param parameter what is varied, such as {@code 8 clients}
 * @param requests how many were answered within the window
 * @param statuses answers by HTTP status; 0 stands for none
 * @param perSecond answers of the wanted kind a second
 * @param p50 milliseconds below which half of the wanted answers stayed
 * @param p95 the same for 95 in a hundred
 * @param p99 the same for 99 in a hundred
 * @param max the slowest wanted answer, in milliseconds
 * @param note what a reader must know, or empty
 */
public record Measured(
        String scenario,
        String parameter,
        int requests,
        Map<Integer, Integer> statuses,
        double perSecond,
        double p50,
        double p95,
        double p99,
        double max,
        String note) {

    /**
     * One answer.
     *
     * @param status HTTP status, 0 for none
     * @param millis how long it took
     */
    public record Sample(int status, double millis) {}

    /**
     * Sums a step up.
     *
     * @param samples all answers of the window
     * @param seconds how long the window was
     */
    public static Measured of(String scenario, String parameter, List<Sample> samples, double seconds) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        samples.forEach(sample -> statuses.merge(sample.status(), 1, Integer::sum));
        double[] wanted = samples.stream()
                .filter(sample -> sample.status() >= 200 && sample.status() < 300)
                .mapToDouble(Sample::millis)
                .sorted()
                .toArray();
        return new Measured(
                scenario,
                parameter,
                samples.size(),
                statuses,
                wanted.length / seconds,
                percentile(wanted, 50),
                percentile(wanted, 95),
                percentile(wanted, 99),
                percentile(wanted, 100),
                "");
    }

    /** The same with a remark. */
    public Measured noting(String remark) {
        return new Measured(scenario, parameter, requests, statuses, perSecond, p50, p95, p99, max, remark);
    }

    /** The same, with every answer of a status taken for a wanted one: for calls that are meant to be refused. */
    static Measured ofAll(String scenario, String parameter, List<Sample> samples, double seconds) {
        Measured counted = of(
                scenario,
                parameter,
                samples.stream().map(sample -> new Sample(200, sample.millis())).toList(),
                seconds);
        Map<Integer, Integer> statuses = new TreeMap<>();
        samples.forEach(sample -> statuses.merge(sample.status(), 1, Integer::sum));
        return new Measured(
                scenario,
                parameter,
                counted.requests,
                statuses,
                counted.perSecond,
                counted.p50,
                counted.p95,
                counted.p99,
                counted.max,
                "");
    }

    /** The nearest rank: the smallest value that so many in a hundred do not exceed. */
    private static double percentile(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1];
    }
}
