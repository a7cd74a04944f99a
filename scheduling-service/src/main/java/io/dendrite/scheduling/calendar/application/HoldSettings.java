package io.dendrite.scheduling.calendar.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds may do.
 *
 * @param defaultMinutes how long one lasts that does not say
 * @param perUser how many an actor may have at the same time, over all sites
 */
@ConfigurationProperties("dendrite.holds")
public record HoldSettings(
        @DefaultValue("10") int defaultMinutes,
        @DefaultValue("5") int perUser) {

    /** The longest that one may last, before it is extended. */
    public static final int MOST_MINUTES = 30;

    private static final int MOST_PER_USER = 100;

    public HoldSettings {
        if (defaultMinutes < 1 || defaultMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException("dendrite.holds.default-minutes must be from 1 to " + MOST_MINUTES);
        }
        if (perUser < 1 || perUser > MOST_PER_USER) {
            throw new IllegalArgumentException("dendrite.holds.per-user must be from 1 to " + MOST_PER_USER);
        }
    }
}
