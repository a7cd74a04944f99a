package io.dendrite.notification.ledger.web;

import io.dendrite.notification.ledger.application.Ledger;
import io.dendrite.notification.ledger.application.NoticePage;
import io.dendrite.notification.ledger.model.NoticeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger, to read: which notices there are and what became of them. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
class NoticeController {

    private final Ledger ledger;

    NoticeController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Notices, newest first. */
    @GetMapping
    ResponseEntity<NoticeListAnswer> list(
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String bookingId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        NoticePage page = ledger.list(NoticeListRequest.parse(patientId, bookingId, status, limit, cursor));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(NoticeListAnswer.of(page));
    }

    /** One notice. */
    @GetMapping("/{id}")
    ResponseEntity<NoticeAnswer> one(@PathVariable String id) {
        NoticeAnswer notice =
                ledger.find(new NoticeId(id)).map(NoticeAnswer::of).orElseThrow(() -> new NoticeNotFoundException(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(notice);
    }
}
