package io.dendrite.notification.page.application;

import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.page.model.Link;
import io.dendrite.notification.page.model.Secret;
import io.dendrite.notification.page.model.Use;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens a page for whoever has its secret and knows the patient's birth date. */
@Component
public class OpenPage {

    private static final Logger log = LoggerFactory.getLogger(OpenPage.class);

    private final Links links;
    private final NewestKnown newest;
    private final SchedulingDesk desk;
    private final PageSettings settings;
    private final Clock clock;

    OpenPage(Links links, NewestKnown newest, SchedulingDesk desk, PageSettings settings, Clock clock) {
        this.links = links;
        this.newest = newest;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Opened {}

    /** The page of an appointment, with a secret for each thing that can be done on it. */
    public record VisitPage(VisitView view, Map<Use, Secret> todo) implements Opened {}

    /** The page of an offer, with a secret for each thing that can be done on it. */
    public record OfferPage(OfferView view, Map<Use, Secret> todo) implements Opened {}

    /** It does not open. */
    public record Closed(Why why) implements Opened {}

    /** Why it does not open. */
    public enum Why {
        /** Nobody has such a secret, or it is out of date. */
        NOT_GOOD,
        /** The birth date is another one. */
        WRONG_BIRTH_DATE,
        /** Too many wrong birth dates were tried. */
        LOCKED,
        /** The scheduling service cannot be reached. */
        AWAY
    }

    /**
     * Opens a page.
     *
     * @throws io.dendrite.notification.ledger.application.StoreUnavailableException while the store cannot be reached
     */
    public Opened open(Secret secret, LocalDate birthDate) {
        Instant now = clock.instant();
        Optional<Link> found = links.find(secret.hash()).filter(link -> isGood(link, now));
        if (found.isEmpty() || !found.get().use().opensAPage()) {
            return new Closed(Why.NOT_GOOD);
        }
        Link link = found.get();
        // Counted before the answer is known, so that guesses at the same moment count too.
        if (!links.attempt(link.hash(), settings.attempts())) {
            log.warn("a page of patient {} is locked: too many wrong birth dates", link.patientId());
            return new Closed(Why.LOCKED);
        }
        try {
            return show(link, new SchedulingDesk.Asker(link.patientId(), birthDate), now);
        } catch (DeskRefusedException e) {
            return refused(link, e.why());
        }
    }

    private Opened show(Link link, SchedulingDesk.Asker asker, Instant now) {
        if (link.use() == Use.OFFER) {
            OfferView view = desk.offer(asker, link.subjectId());
            links.forgetAttempts(link.hash());
            boolean open = view.state() == OfferView.State.OPEN;
            return new OfferPage(view, open ? issue(link, now) : Map.of());
        }
        VisitView view = desk.visit(asker, link.subjectId());
        links.forgetAttempts(link.hash());
        return new VisitPage(view, view.open() ? issue(link, now) : Map.of());
    }

    private Closed refused(Link link, DeskRefusedException.Why why) {
        return switch (why) {
            case WRONG_BIRTH_DATE -> new Closed(Why.WRONG_BIRTH_DATE);
            case AWAY -> {
                links.forgetAttempts(link.hash());
                yield new Closed(Why.AWAY);
            }
            case NOT_POSSIBLE -> new Closed(Why.NOT_GOOD);
        };
    }

    private Map<Use, Secret> issue(Link page, Instant now) {
        Map<Use, Secret> todo = new EnumMap<>(Use.class);
        List<Link> issued = new ArrayList<>();
        for (Use use : page.uses()) {
            Secret secret = Secret.random();
            todo.put(use, secret);
            issued.add(page.toDo(use, secret, now));
        }
        links.add(issued);
        return todo;
    }

    /** A move makes the links of older mails worthless. */
    private boolean isGood(Link link, Instant now) {
        AppointmentState state = newest.appointments(List.of(link.subjectId())).get(link.subjectId());
        return link.isGood(now, state == null ? 0 : state.sequence());
    }
}
