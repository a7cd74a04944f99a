package io.dendrite.scheduling.http;

import io.dendrite.scheduling.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags that carry a version, such as {@code "3"} (RFC 9110, section 8.8.3). */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)");

    private ETags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change of something that exists pass only if the client knows its current version. The comparison is
     * strong: a weak tag never matches (RFC 9110, section 13.1.1).
     *
     * @param ifMatch the header; {@code *} is any version, a list matches if one of its tags does
     * @param version the current version
     * @throws ProblemException 428 without the header, 412 when no tag matches, 400 when it holds no tag
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.preconditionRequired();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        Matcher tags = TAG.matcher(ifMatch);
        int end = 0;
        boolean matches = false;
        while (end < ifMatch.length() && tags.find(end) && tags.start() == end) {
            matches |= tags.group(1) == null && tags.group(2).equals(Long.toString(version));
            end = tags.end();
        }
        if (end < ifMatch.length()) {
            throw ProblemException.invalid("If-Match", "must be an ETag as answers carry it, in quotes, such as \"3\"");
        }
        if (!matches) {
            throw ProblemException.stale();
        }
    }
}
