package io.dendrite.notification.page.application;

import io.dendrite.notification.page.model.Link;
import io.dendrite.notification.page.model.Secret;
import io.dendrite.notification.page.model.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what a patient asked for with a button, once. */
@Component
public class ActOnPage {

    private static final Logger log = LoggerFactory.getLogger(ActOnPage.class);

    private final Links links;
    private final SchedulingDesk desk;
    private final Clock clock;

    ActOnPage(Links links, SchedulingDesk desk, Clock clock) {
        this.links = links;
        this.desk = desk;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** The secret is unknown, expired, for something else, or was used before. */
        NOT_GOOD,
        /** The birth date is another one. */
        WRONG_BIRTH_DATE,
        /** It cannot be done as things are. */
        NOT_POSSIBLE,
        /** The scheduling service cannot be reached: the button works again. */
        AWAY
    }

    /**
     * What was asked for, beside the button.
     *
     * @param birthDate as typed when the page was opened
     * @param wanted at which time of the day, where another time is asked for
     * @param preferences how to be told, where that is changed
     */
    public record Wish(LocalDate birthDate, Optional<PartOfDay> wanted, Optional<Preferences> preferences) {

        /** Never a date of birth. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /**
     * Does it, if the secret is good for that use.
     *
     * @throws io.dendrite.notification.ledger.application.StoreUnavailableException while the store cannot be reached
     */
    public Outcome act(Use use, Secret secret, Wish wish) {
        Optional<Link> found = links.find(secret.hash())
                .filter(link -> link.use() == use && clock.instant().isBefore(link.expiresAt()));
        if (found.isEmpty() || !links.useUp(secret.hash())) {
            return Outcome.NOT_GOOD;
        }
        Link link = found.get();
        try {
            carryOut(link, wish);
            log.info("patient {} answered about {}: {}", link.patientId(), link.subjectId(), use);
            return Outcome.DONE;
        } catch (DeskRefusedException e) {
            return refused(link, e.why());
        }
    }

    private void carryOut(Link link, Wish wish) {
        SchedulingDesk.Asker asker = new SchedulingDesk.Asker(link.patientId(), wish.birthDate());
        String subject = link.subjectId();
        switch (link.use()) {
            case CONFIRM -> desk.confirm(asker, subject, link.sequence());
            case CANCEL -> desk.cancel(asker, subject, link.sequence());
            case ANOTHER_TIME -> desk.askForAnotherTime(asker, subject, link.sequence(), wish.wanted());
            case PREFERENCES -> desk.prefer(asker, wish.preferences().orElseThrow());
            case ACCEPT -> desk.accept(asker, subject);
            case DECLINE -> desk.decline(asker, subject);
            default -> throw new IllegalArgumentException("not something to do: " + link.use());
        }
    }

    private Outcome refused(Link link, DeskRefusedException.Why why) {
        return switch (why) {
            case AWAY -> {
                links.giveBack(link.hash());
                yield Outcome.AWAY;
            }
            case WRONG_BIRTH_DATE -> Outcome.WRONG_BIRTH_DATE;
            case NOT_POSSIBLE -> Outcome.NOT_POSSIBLE;
        };
    }
}
