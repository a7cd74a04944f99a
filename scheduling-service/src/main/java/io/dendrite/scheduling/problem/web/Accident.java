package io.dendrite.scheduling.problem.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An unexpected failure as it may stand in the log: classes and places, but no messages, since those quote what was
 * worked on.
 */
final class Accident {

    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private Accident() {}

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame ->
                                    frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                            .collect(Collectors.joining(" < ", " at ", "")));
            cause = cause.getCause();
        }
        return text.toString();
    }
}
