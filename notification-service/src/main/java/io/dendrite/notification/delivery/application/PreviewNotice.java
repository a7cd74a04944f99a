package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Recipient;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.model.Clinic;
import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.TimeSpan;
import io.dendrite.notification.ledger.model.Timing;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.site.model.SiteTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Shows what a notice would say to a patient who does not exist. Nothing is stored or sent. */
@Component
public class PreviewNotice {

    /** The patient who does not exist, and the place that a site has of which nothing is known yet. */
    private static final String NOBODY = "preview";

    private static final Duration LENGTH = Duration.ofMinutes(105);
    private static final int HOUR = 9;

    private final NoticeTexts texts;
    private final NewestKnown newest;
    private final Clock clock;

    PreviewNotice(NoticeTexts texts, NewestKnown newest, Clock clock) {
        this.texts = texts;
        this.newest = newest;
        this.clock = clock;
    }

    /**
     * A notice of a kind.
     *
     * @param siteId whose public face and words it shows
     * @param language BCP 47 tag
     * @param visits of how many visits it tells, where a kind may tell of several
     * @throws io.dendrite.notification.ledger.application.StoreUnavailableException when the site cannot be read
     */
    public NoticeTexts.NoticeText of(NoticeKind kind, String siteId, String language, int visits, SiteTexts words) {
        Clinic clinic = newest.clinic(siteId)
                .orElseGet(() -> new Clinic(
                        siteId, "Riverside Clinic", ZoneId.of("UTC"), "210 River Street", "+1 503 555 0142"));
        String name = words.displayName();
        NoticeContent content = content(kind, name == null ? clinic : clinic.named(name), visits);
        Map<String, String> links = kind == NoticeKind.APPOINTMENT_CANCELLED
                ? Map.of()
                : content.visits().stream()
                        .collect(Collectors.toMap(
                                Visit::appointmentId, visit -> "https://my.clinic.example/my#" + NOBODY));
        Recipient recipient = new Recipient("Maria", "maria@example.org", language, true);
        Notice notice = Notice.dueNow(content, content.happenedAt());
        return texts.of(new Letter(notice.id(), content, recipient, words, links));
    }

    private NoticeContent content(NoticeKind kind, Clinic clinic, int visits) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime first = now.atZone(clinic.timeZone())
                .plusDays(2)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(HOUR);
        List<Visit> told = IntStream.range(0, kind == NoticeKind.BOOKING_CONFIRMED ? visits : 1)
                .mapToObj(i -> first.plusDays(3L * i).toInstant())
                .map(start -> new Visit(NOBODY + start, start, start.plus(LENGTH), 0))
                .toList();
        TimeSpan previous = kind == NoticeKind.APPOINTMENT_RESCHEDULED
                ? new TimeSpan(
                        first.minusDays(1).toInstant(),
                        first.minusDays(1).toInstant().plus(LENGTH))
                : null;
        Timing timing = kind == NoticeKind.WAITLIST_OFFERED
                ? Timing.atOnceUntil(now.plus(Duration.ofMinutes(30)))
                : Timing.AT_ONCE;
        return new NoticeContent(kind, NOBODY, now, null, NOBODY, NOBODY, clinic, told, previous, timing);
    }
}
