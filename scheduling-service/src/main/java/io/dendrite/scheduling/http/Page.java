package io.dendrite.scheduling.http;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items what is on the page
 * @param nextCursor what to pass as {@code cursor} to get the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of a short list that is in memory, in the order of a key that never repeats. */
    public static <T> Page<T> cut(List<T> all, Function<T, String> key, PageRequest request) {
        List<T> rest = all.stream()
                .filter(item -> request.after() == null || key.apply(item).compareTo(request.after()) > 0)
                .sorted(Comparator.comparing(key))
                .limit(request.limit() + 1L)
                .toList();
        return of(rest, key, request);
    }

    /**
     * The page made of items read with a limit of one more than asked for: that one tells whether there is a next page.
     */
    public static <T> Page<T> of(List<T> oneMore, Function<T, String> key, PageRequest request) {
        if (oneMore.size() <= request.limit()) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursor(key.apply(items.get(items.size() - 1))));
    }

    /** The same page with each item in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), nextCursor);
    }
}
