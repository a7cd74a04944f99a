package io.dendrite.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a load process is to do.
 *
 * @param gateway where
 * @param token with which
 * @param clients how many at once, each asking again as soon as it is answered; 0 if a rate is given
 * @param perSecond how many requests begin a second; 0 if clients are given
 * @param warmUp seconds before answers count
 * @param seconds for which they count
 * @param seed of what is left to chance
 * @param slots visits to book
 * @param first the number of the first of them that is free
 * @param treatment what they are for
 * @param paths what to ask for by turns, under the name of what it is
 */
public record Plan(
        String gateway,
        String token,
        int clients,
        int perSecond,
        int warmUp,
        int seconds,
        long seed,
        Slots slots,
        int first,
        String treatment,
        Map<String, List<String>> paths) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The system property that names the file with the plan. */
    static final String FILE = "dendrite.plan";

    /** The system property that names the file for the answers. */
    static final String ANSWERS = "dendrite.answers";

    static Plan given() {
        try {
            return JSON.readValue(Files.readString(Path.of(System.getProperty(FILE, ""))), Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to ask for under a name; nothing if the plan has none. */
    List<String> of(String name) {
        return paths.getOrDefault(name, List.of());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
