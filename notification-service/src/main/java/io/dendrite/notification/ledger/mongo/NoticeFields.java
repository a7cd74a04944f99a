package io.dendrite.notification.ledger.mongo;

import java.util.List;

/** Names of the collections and of the fields that more than one query touches. */
final class NoticeFields {

    static final String NOTICES = "notices";
    static final String CONTACTS = "contacts";
    static final String APPOINTMENTS = "appointments";
    static final String SITES = "sites";
    static final String SUPPRESSIONS = "suppressions";
    static final String LINKS = "links";
    static final String ERASED = "erased";

    static final String STATUS = "status";
    static final String ATTEMPTS = "attempts";
    static final String CREATED_AT = "createdAt";
    static final String LAST_ERROR = "lastError";
    static final String DUE_AT = "dueAt";
    static final String OWNER = "owner";
    static final String PATIENT_ID = "patientId";
    static final String BOOKING_ID = "bookingId";
    static final String MESSAGE_ID = "messageId";
    static final String RESEND_OF = "resendOf";
    static final String UNTOLD = "untold";
    static final String RESENT = "resent";
    static final String SITE_ID = "clinic.siteId";

    /** What ties a notice to its patient, by itself or through what other services know. */
    static final List<String> TIES = List.of(
            PATIENT_ID, BOOKING_ID, MESSAGE_ID, "eventId", "happenedAt", "traceparent", "visits", "previous", "timing");

    /** The reason of a notice that its patient's erasure voided. */
    static final String ERASED_REASON = "patient erased";

    /**
     * From when on a sender may take the row: its due time while it waits, the end of its lease while one holds it, absent
     * once it is settled. One field for both keeps the query for due rows to one narrow index.
     */
    static final String CLAIMABLE_AT = "claimableAt";

    private NoticeFields() {}
}
