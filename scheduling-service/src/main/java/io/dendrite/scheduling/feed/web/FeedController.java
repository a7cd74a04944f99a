package io.dendrite.scheduling.feed.web;

import io.dendrite.scheduling.clinic.application.Clinic;
import io.dendrite.scheduling.feed.application.BusyTimes;
import io.dendrite.scheduling.feed.application.FeedWriter;
import io.dendrite.scheduling.feed.application.Feeds;
import io.dendrite.scheduling.feed.model.FeedSecret;
import io.dendrite.scheduling.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of a member of staff, or of a room, for a calendar program to subscribe to. */
@Tag(name = "Feeds", description = "Calendars of single resources under secret addresses")
@RestController
class FeedController {

    private static final String FEED = "/api/v1/sites/{id}/resources/{rid}/feed";

    private final Clinic clinic;
    private final Feeds feeds;
    private final BusyTimes busyTimes;
    private final FeedWriter writer;
    private final Clock clock;

    FeedController(Clinic clinic, Feeds feeds, BusyTimes busyTimes, FeedWriter writer, Clock clock) {
        this.clinic = clinic;
        this.feeds = feeds;
        this.busyTimes = busyTimes;
        this.writer = writer;
        this.clock = clock;
    }

    /** Where the calendar is. */
    @Schema(name = "OpenedFeed")
    record FeedAnswer(
            @Schema(
                    description =
                            "Behind the address of the gateway. It is told once, and whoever has it reads the calendar")
            String url) {}

    @Operation(
            summary = "Gives a resource's calendar a new secret address; an address before it leads nowhere then",
            description = "It says when the resource is needed or away, and neither for whom nor for what.")
    @PostMapping(FEED)
    ResponseEntity<FeedAnswer> open(@PathVariable String id, @PathVariable String rid) {
        FeedSecret secret = FeedSecret.random();
        feeds.open(owner(id, rid), secret);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new FeedAnswer("/feeds/" + secret.text() + ".ics"));
    }

    @Operation(summary = "Lets the address lead nowhere")
    @DeleteMapping(FEED)
    ResponseEntity<Void> close(@PathVariable String id, @PathVariable String rid) {
        if (!feeds.close(owner(id, rid))) {
            throw ProblemException.notFound("feed", rid);
        }
        return ResponseEntity.noContent().build();
    }

    /** An address that leads nowhere is answered without a word: a problem would repeat it. */
    @Hidden
    @GetMapping("/feeds/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret) {
        return feeds.owner(new FeedSecret(secret))
                .map(owner -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                        .body(writer.write(busyTimes.of(owner), clock.instant())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Feeds.Owner owner(String siteId, String resourceId) {
        if (clinic.resource(siteId, resourceId).isEmpty()) {
            throw ProblemException.notFound("resource", resourceId);
        }
        return new Feeds.Owner(siteId, resourceId);
    }
}
