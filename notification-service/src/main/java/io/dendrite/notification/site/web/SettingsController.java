package io.dendrite.notification.site.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.notification.problem.ProblemException;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.site.model.SiteSettings;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a site decides about its notices: when patients are reminded, in which words, and who gets the evening's mail. */
@RestController
@RequestMapping(path = "/api/v1/notice-settings", produces = MediaType.APPLICATION_JSON_VALUE)
class SettingsController {

    private static final Pattern SITE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final SiteSettingsStore store;
    private final CurrentCaller caller;

    SettingsController(SiteSettingsStore store, CurrentCaller caller) {
        this.store = store;
        this.caller = caller;
    }

    /** What holds at a site. */
    @Operation(summary = "What a site decided about its notices, or the defaults")
    @GetMapping("/{siteId}")
    ResponseEntity<SettingsBody> read(@PathVariable String siteId) {
        return answer(store.of(visible(siteId)));
    }

    /** Decides anew; what is left out has its default again. */
    @Operation(summary = "Replaces what a site decided; bookings made from then on are reminded of accordingly")
    @PutMapping("/{siteId}")
    ResponseEntity<SettingsBody> change(
            @PathVariable String siteId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SettingsBody body) {
        if (ifMatch == null) {
            throw ProblemException.preconditionRequired();
        }
        SiteSettings current = store.of(visible(siteId));
        AuditDraft.current().resource("notice-settings", siteId, current.version());
        if (!ifMatch.equals(tag(current))) {
            throw ProblemException.stale();
        }
        SiteSettings wanted = body.checked(siteId, current.version() + 1);
        if (!store.store(wanted)) {
            throw ProblemException.stale();
        }
        return answer(wanted);
    }

    private String visible(String siteId) {
        if (!SITE_ID.matcher(siteId).matches()) {
            throw ProblemException.invalid(List.of(new ProblemException.FieldProblem(
                    "siteId", "must be 1 to 64 lower-case letters, digits or hyphens")));
        }
        if (!caller.covers(siteId)) {
            throw ProblemException.notFound("There is no site with this id.");
        }
        AuditDraft.current().site(siteId);
        return siteId;
    }

    private static ResponseEntity<SettingsBody> answer(SiteSettings settings) {
        return ResponseEntity.ok().eTag(tag(settings)).body(SettingsBody.of(settings));
    }

    private static String tag(SiteSettings settings) {
        return "\"" + settings.version() + "\"";
    }
}
