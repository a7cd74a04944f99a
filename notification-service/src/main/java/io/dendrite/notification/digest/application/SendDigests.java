package io.dendrite.notification.digest.application;

import io.dendrite.notification.delivery.application.Post;
import io.dendrite.notification.digest.model.DigestDay;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.site.model.Digest;
import io.dendrite.notification.site.model.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells front desks each evening that tomorrow's list is ready. Any instance may: who takes a site's day is the only one to
 * tell it. A crash between the mail server's acceptance and the record may repeat the mail, with the same Message-ID.
 */
@Component
class SendDigests {

    private static final Logger log = LoggerFactory.getLogger(SendDigests.class);

    /** Longer than the slowest conversation with a mail server. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final SiteSettingsStore settings;
    private final NewestKnown newest;
    private final Digests digests;
    private final DigestPost post;
    private final Clock clock;

    SendDigests(SiteSettingsStore settings, NewestKnown newest, Digests digests, DigestPost post, Clock clock) {
        this.settings = settings;
        this.newest = newest;
        this.digests = digests;
        this.post = post;
        this.clock = clock;
    }

    /** Looks which sites are to be told now. */
    @Scheduled(fixedDelayString = "${dendrite.digest.poll}")
    void sendDue() {
        try {
            settings.withDigest().forEach(this::sendIfDue);
        } catch (StoreUnavailableException e) {
            log.warn("no front desk is told of tomorrow: the store cannot be reached");
        }
    }

    private void sendIfDue(SiteSettings site) {
        Digest digest = site.digest();
        // A site that nobody has ever booked at has no list either.
        Optional<Clinic> clinic = newest.clinic(site.siteId());
        if (digest == null || clinic.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        DigestDay.at(now, site.siteId(), clinic.get().timeZone(), digest.at())
                .filter(day -> digests.take(day, now, now.plus(LEASE)))
                .ifPresent(day -> send(day, clinic.get(), site));
    }

    private void send(DigestDay day, Clinic clinic, SiteSettings site) {
        Post.Outcome outcome = post.send(day, clinic, site);
        if (outcome instanceof Post.Accepted) {
            digests.settle(day, "SENT");
            log.info("the front desk of {} was told of {}", day.siteId(), day.date());
        } else if (outcome instanceof Post.Refused refused) {
            digests.settle(day, "FAILED: " + refused.reason());
            log.warn("the front desk of {} cannot be told of {}: {}", day.siteId(), day.date(), refused.reason());
        } else {
            digests.putOff(day, clock.instant().plus(AGAIN), outcome.getClass().getSimpleName());
        }
    }
}
