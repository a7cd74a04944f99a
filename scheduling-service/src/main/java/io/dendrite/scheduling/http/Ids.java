package io.dendrite.scheduling.http;

import io.dendrite.scheduling.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that people choose, for sites, resources, treatments and programmes. */
public final class Ids {

    /** What such an id looks like. */
    public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,63}";

    private static final Pattern CHOSEN = Pattern.compile(PATTERN);

    private Ids() {}

    /**
     * Lets a new id pass if it is well-formed.
     *
     * @throws ProblemException 400 naming the field
     */
    public static String requireValid(String field, String id) {
        if (!CHOSEN.matcher(id).matches()) {
            throw ProblemException.invalid(
                    field, "must be 1 to 64 lower-case letters, digits and hyphens, and not begin with a hyphen");
        }
        return id;
    }

    /**
     * Lets a list of ids pass if each is well-formed; what is left out is an empty one.
     *
     * @throws ProblemException 400 naming the first that is not
     */
    public static Set<String> requireValidEach(String field, @Nullable List<String> ids) {
        List<String> all = ids == null ? List.of() : ids;
        for (int number = 0; number < all.size(); number++) {
            requireValid(field + "[" + number + "]", all.get(number));
        }
        return new TreeSet<>(all);
    }
}
