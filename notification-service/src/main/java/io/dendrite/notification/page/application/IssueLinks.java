package io.dendrite.notification.page.application;

import io.dendrite.notification.delivery.application.PageLinks;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.page.model.Link;
import io.dendrite.notification.page.model.Secret;
import io.dendrite.notification.page.model.Use;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Makes the addresses in mails. The secret stands behind the number sign, which browsers keep to themselves: no server and
 * no program that fetches addresses ahead of the reader gets to see it (OWASP ASVS 5.0, 14.2.1).
 */
@Component
class IssueLinks implements PageLinks {

    private static final String PAGE = "/my#";

    /** Of how many notices the addresses are remembered, so that a mail tried again for hours makes links once. */
    private static final int REMEMBERED = 500;

    private final Map<NoticeContent, Map<String, String>> issued = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<NoticeContent, Map<String, String>> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final Links links;
    private final PageSettings settings;

    IssueLinks(Links links, PageSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    @Override
    public Map<String, String> of(NoticeContent content) {
        URI url = settings.url();
        if (url == null) {
            return Map.of();
        }
        Map<String, String> before = issued.get(content);
        if (before != null) {
            return before;
        }
        Map<String, String> addresses = issue(url, content);
        issued.put(content, addresses);
        return addresses;
    }

    private Map<String, String> issue(URI url, NoticeContent content) {
        return switch (content.kind()) {
            case BOOKING_CONFIRMED, APPOINTMENT_RESCHEDULED, APPOINTMENT_REMINDER -> issue(url, content, Use.VISIT);
            case WAITLIST_OFFERED -> issue(url, content, Use.OFFER);
            case APPOINTMENT_CANCELLED -> Map.of();
        };
    }

    private Map<String, String> issue(URI url, NoticeContent content, Use use) {
        List<Link> fresh = new ArrayList<>();
        Map<String, String> addresses = new HashMap<>();
        for (Visit visit : content.visits()) {
            Secret secret = Secret.random();
            Instant expiresAt = use == Use.OFFER
                    ? Objects.requireNonNullElse(content.timing().usefulUntil(), visit.start())
                    : visit.start();
            fresh.add(new Link(
                    secret.hash(), use, content.patientId(), visit.appointmentId(), visit.sequence(), expiresAt));
            addresses.put(visit.appointmentId(), url.toString().replaceFirst("/+$", "") + PAGE + secret.text());
        }
        links.add(fresh);
        return addresses;
    }
}
