package io.dendrite.notification.ledger.application;

import io.dendrite.notification.ledger.model.Notice;
import io.dendrite.notification.ledger.model.NoticeContent;
import io.dendrite.notification.ledger.model.NoticeKind;
import io.dendrite.notification.ledger.model.Timing;
import io.dendrite.notification.ledger.model.Visit;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.site.model.PlannedReminder;
import io.dendrite.notification.site.model.ReminderGroup;
import io.dendrite.notification.site.model.ReminderPlan;
import io.dendrite.notification.site.model.SiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which reminders follow from what a patient is told. */
@Component
class PlanReminders {

    private static final Set<NoticeKind> TELL_OF_VISITS =
            EnumSet.of(NoticeKind.BOOKING_CONFIRMED, NoticeKind.APPOINTMENT_RESCHEDULED);

    private final SiteSettingsStore settings;

    PlanReminders(SiteSettingsStore settings) {
        this.settings = settings;
    }

    /** The reminders, as rows that are due later. */
    List<Notice> of(NoticeContent told, ReminderGroup group, Instant now) {
        if (!TELL_OF_VISITS.contains(told.kind())) {
            return List.of();
        }
        SiteSettings site = settings.of(told.clinic().siteId());
        ReminderPlan plan = site.remindersOf(group);
        List<Notice> reminders = new ArrayList<>();
        for (Visit visit : told.visits()) {
            for (PlannedReminder planned :
                    plan.of(visit.start(), told.clinic().timeZone(), site.civilHours(), told.happenedAt())) {
                Timing timing = new Timing(planned.dueAt(), planned.usefulUntil(), !planned.last());
                reminders.add(Notice.reminder(told.reminderOf(visit, timing), planned.hoursBefore(), now));
            }
        }
        return reminders;
    }
}
