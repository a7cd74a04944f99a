package io.dendrite.gateway.quota.web;

import io.dendrite.gateway.quota.model.Limit;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the gateway may be asked.
 *
 * @param enabled false only where something in front of the gateway counts already, or for a load test
 * @param remembered how many callers are kept in mind for each limit
 * @param limits the limits by name; a call counts for each that covers it
 */
@ConfigurationProperties("dendrite.gateway.quota")
record QuotaSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100000") long remembered,
        @DefaultValue Map<String, LimitSettings> limits) {

    /**
     * One limit.
     *
     * @param per whose calls are counted together
     * @param methods which methods it covers; all, if none is named
     * @param paths which paths it covers, as patterns of the routes; all, if none is named
     * @param capacity how many calls may come at once
     * @param period the time in which a used-up capacity comes back
     */
    record LimitSettings(
            Limit.Per per,
            @DefaultValue Set<String> methods,
            @DefaultValue Set<String> paths,
            long capacity,
            @DefaultValue("1m") Duration period) {}
}
