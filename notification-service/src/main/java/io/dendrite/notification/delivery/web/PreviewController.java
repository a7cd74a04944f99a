package io.dendrite.notification.delivery.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.audit.AuditDraft;
import io.dendrite.notification.delivery.application.PreviewNotice;
import io.dendrite.notification.problem.ProblemException;
import io.dendrite.notification.problem.ProblemException.FieldProblem;
import io.dendrite.notification.site.application.SiteSettingsStore;
import io.dendrite.notification.words.Bundles;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows a notice before anybody gets it. */
@RestController
class PreviewController {

    private static final int MOST_VISITS = 12;

    private final PreviewNotice preview;
    private final SiteSettingsStore settings;
    private final CurrentCaller caller;

    PreviewController(PreviewNotice preview, SiteSettingsStore settings, CurrentCaller caller) {
        this.preview = preview;
        this.settings = settings;
        this.caller = caller;
    }

    /** A notice of a kind, in the words of a site. */
    @Operation(summary = "What a notice would say, to a patient who does not exist; nothing is sent")
    @PostMapping(path = "/api/v1/notices/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    PreviewAnswer preview(@RequestBody PreviewBody body) {
        check(body);
        String siteId = Objects.requireNonNull(body.siteId());
        if (!caller.covers(siteId)) {
            throw ProblemException.notFound("There is no site with this id.");
        }
        AuditDraft.current().site(siteId);
        return PreviewAnswer.of(preview.of(
                Objects.requireNonNull(body.kind()),
                siteId,
                Objects.requireNonNullElse(body.language(), "en"),
                Objects.requireNonNullElse(body.visits(), 1),
                settings.of(siteId).texts()));
    }

    private static void check(PreviewBody body) {
        List<FieldProblem> problems = new ArrayList<>();
        if (body.kind() == null) {
            problems.add(new FieldProblem("kind", "must be one of the kinds of notices"));
        }
        if (body.siteId() == null || !body.siteId().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            problems.add(new FieldProblem("siteId", "must be 1 to 64 lower-case letters, digits or hyphens"));
        }
        if (body.language() != null && !Bundles.LANGUAGES.contains(body.language())) {
            problems.add(new FieldProblem("language", "must be one of " + Bundles.LANGUAGES));
        }
        if (body.visits() != null && (body.visits() < 1 || body.visits() > MOST_VISITS)) {
            problems.add(new FieldProblem("visits", "must be from 1 to " + MOST_VISITS));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
    }
}
