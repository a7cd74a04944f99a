package io.dendrite.notification.mailbox.application;

import io.dendrite.notification.delivery.application.ContactOpener;
import io.dendrite.notification.ledger.application.NewestKnown;
import io.dendrite.notification.ledger.application.StoreUnavailableException;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.mailbox.model.CalendarReply;
import io.dendrite.notification.page.application.DeskRefusedException;
import io.dendrite.notification.page.application.SchedulingDesk;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes down what patients' calendar programs answer. The address that was invited must be the one that answers, in the
 * file and as the mail's sender: a forwarded invitation is not the guest's to answer. Mail is easily forged, so an answer
 * only tells the front desk; it cancels nothing.
 */
@Component
public class HandleReply {

    private static final Logger log = LoggerFactory.getLogger(HandleReply.class);

    private final SentNotices notices;
    private final NewestKnown newest;
    private final ContactOpener opener;
    private final SchedulingDesk desk;

    HandleReply(SentNotices notices, NewestKnown newest, ContactOpener opener, SchedulingDesk desk) {
        this.notices = notices;
        this.newest = newest;
        this.opener = opener;
        this.desk = desk;
    }

    /**
     * Handles an answer; doing it again changes nothing.
     *
     * @param from the sender of the mail, as a bare address
     * @param domain that our calendar files have behind the at sign
     */
    public Handled handle(CalendarReply reply, String from, String domain) {
        Optional<String> appointment = reply.appointmentId(domain);
        if (appointment.isEmpty()) {
            return Handled.FOR_PEOPLE;
        }
        try {
            Optional<String> patient = notices.patientOf(appointment.get());
            if (patient.isEmpty()) {
                return Handled.FOR_PEOPLE;
            }
            Optional<Contact> contact = newest.contactOf(patient.get());
            return contact.isEmpty() ? Handled.DONE : checked(reply, from, appointment.get(), contact.get());
        } catch (StoreUnavailableException e) {
            return Handled.LATER;
        }
    }

    private Handled checked(CalendarReply reply, String from, String appointmentId, Contact contact) {
        ContactOpener.Opened opened = opener.open(contact);
        if (opened instanceof ContactOpener.VaultAway) {
            return Handled.LATER;
        }
        if (!(opened instanceof ContactOpener.Open open)
                || !from.equalsIgnoreCase(open.recipient().email())
                || !reply.attendee().equalsIgnoreCase(open.recipient().email())) {
            log.warn("an answer about appointment {} is not from the patient's address", appointmentId);
            return Handled.FOR_PEOPLE;
        }
        return reply.answer()
                .map(answer -> tell(contact.patientId(), appointmentId, reply.sequence(), answer))
                .orElse(Handled.DONE);
    }

    private Handled tell(String patientId, String appointmentId, int sequence, CalendarReply.Answer answer) {
        try {
            desk.answerFromCalendar(patientId, appointmentId, sequence, answer.name());
            log.info("patient {} answered about {} by calendar: {}", patientId, appointmentId, answer);
            return Handled.DONE;
        } catch (DeskRefusedException e) {
            return switch (e.why()) {
                case AWAY -> Handled.LATER;
                // Moved, cancelled or over: the patient has, or gets, a newer invitation.
                case NOT_POSSIBLE -> Handled.DONE;
                case WRONG_BIRTH_DATE -> Handled.FOR_PEOPLE;
            };
        }
    }
}
