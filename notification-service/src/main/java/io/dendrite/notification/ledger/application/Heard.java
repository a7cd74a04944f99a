package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.AppointmentState;
import io.dendrite.notification.ledger.model.Contact;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.site.model.ReminderGroup;
import java.util.List;

/**
 * What one event tells this service.
 *
 * @param contact how the patient is reached
 * @param appointments the state of each appointment it is about
 * @param notices what the patient is to be told
 * @param reminderGroup which reminders the visits get that are confirmed or moved
 */
public record Heard(
        Contact contact,
        List<AppointmentState> appointments,
        List<NoticeContent> notices,
        ReminderGroup reminderGroup) {

    public Heard {
        appointments = List.copyOf(appointments);
        notices = List.copyOf(notices);
    }

    /** With the reminders of the first group. */
    public Heard(Contact contact, List<AppointmentState> appointments, List<NoticeContent> notices) {
        this(contact, appointments, notices, ReminderGroup.A);
    }
}
