package io.dendrite.scheduling.feed.ical4j;

import io.dendrite.scheduling.feed.application.BusyTimes.Busy;
import io.dendrite.scheduling.feed.application.FeedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/** Writes times in UTC, hence without a time zone component. */
@Component
class Ical4jFeedWriter implements FeedWriter {

    private static final String PRODUCT = "-//Dendrite//Scheduling Service//EN";

    @Override
    public String write(List<Busy> times, Instant now) {
        Calendar calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId(PRODUCT),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        ImmutableMethod.PUBLISH)),
                new ComponentList<CalendarComponent>(times.stream()
                        .map(busy -> (CalendarComponent) event(busy, now))
                        .toList()));
        StringWriter text = new StringWriter();
        try {
            // A calendar without events is not valid, but is what there is when nobody is needed.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(Busy busy, Instant now) {
        return new VEvent(new PropertyList(List.of(
                new Uid(busy.id() + "@dendrite"),
                new DtStamp(now),
                new DtStart<>(busy.start()),
                new DtEnd<>(busy.end()),
                new Summary(busy.needed() ? "Appointment" : "Unavailable"))));
    }
}
