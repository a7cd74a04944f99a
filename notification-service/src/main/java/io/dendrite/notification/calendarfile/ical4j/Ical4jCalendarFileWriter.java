package io.dendrite.notification.calendarfile.ical4j;

import io.dendrite.notification.calendarfile.application.CalendarFileWriter;
import io.dendrite.notification.calendarfile.model.CalendarEvent;
import io.dendrite.notification.calendarfile.model.CalendarMethod;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes with ical4j: times in UTC, hence no time zone component; one event in one object (RFC 5546, 3.2). */
@Component
class Ical4jCalendarFileWriter implements CalendarFileWriter {

    private static final String PRODUCT = "-//Dendrite//Notification Service//EN";

    private final boolean repliesAreRead;

    /**
     * A writer.
     *
     * @param mailbox the host of the mailbox that answers are read from; empty when they are not
     */
    Ical4jCalendarFileWriter(@Value("${dendrite.mailbox.host:}") String mailbox) {
        repliesAreRead = !mailbox.isBlank();
    }

    @Override
    public String write(CalendarEvent event) {
        boolean cancels = event.method() == CalendarMethod.CANCEL;
        List<Property> header = List.of(
                new ProdId(PRODUCT),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                cancels ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        List<Property> body = List.of(
                new Uid(event.uid()),
                new Sequence(event.sequence()),
                new DtStamp(event.stamp()),
                new DtStart<>(event.start()),
                new DtEnd<>(event.end()),
                new Summary(event.summary()),
                new Location(event.location()),
                organizer(event.organizer()),
                attendee(event.attendeeAddress()),
                cancels ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED,
                ImmutableTransp.OPAQUE);
        VEvent component = new VEvent(new PropertyList(body));
        Calendar calendar = new Calendar(new PropertyList(header), new ComponentList<>(List.of(component)));
        return text(calendar);
    }

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            // Validation belongs to the tests: here it could only turn a readable mail into none.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Property organizer(CalendarEvent.Organizer organizer) {
        Organizer property = new Organizer(mailto(organizer.address()));
        property.add(new Cn(organizer.name()));
        return property;
    }

    private Property attendee(String address) {
        Attendee property = new Attendee(mailto(address));
        if (!repliesAreRead) {
            property.add(Rsvp.FALSE);
            return property;
        }
        // Outlook is said to offer its buttons only to an attendee who is asked and has not answered (RFC 5545, 3.2.12
        // and 3.2.17); not tried against the real one.
        property.add(PartStat.NEEDS_ACTION);
        property.add(Rsvp.TRUE);
        return property;
    }

    /** The constructor in parts quotes what a URI may not hold bare. */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an e-mail address", e);
        }
    }
}
