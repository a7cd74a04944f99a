package io.dendrite.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run is done.
 *
 * @param root of the repository, for the jars of the local stack
 * @param results where reports and the summary go
 * @param clients numbers of clients that the bookings are measured with
 * @param warmUp seconds before answers count
 * @param seconds for which they count
 * @param seed of what is left to chance
 * @param history numbers of past appointments
 * @param sites numbers of sites
 * @param instances numbers of scheduling instances
 */
record Settings(
        Path root,
        Path results,
        List<Integer> clients,
        int warmUp,
        int seconds,
        long seed,
        List<Integer> history,
        List<Integer> sites,
        List<Integer> instances) {}
