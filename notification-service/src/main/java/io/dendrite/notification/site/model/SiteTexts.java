package io.dendrite.notification.site.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a site's own in its notices. They are plain text wherever they stand: nothing in them is a tag, a
 * placeholder or a program.
 *
 * @param displayName under which name the site writes; null for its public one
 * @param signature the last line; null for the name
 * @param extra a paragraph of the site's own by language, such as where to park
 */
public record SiteTexts(
        @Nullable String displayName, @Nullable String signature, Map<String, String> extra) {

    /** No words of its own. */
    public static final SiteTexts NONE = new SiteTexts(null, null, Map.of());

    public SiteTexts {
        extra = Map.copyOf(Objects.requireNonNull(extra, "extra"));
    }
}
