package io.dendrite.notification.ledger.mongo;

/** Names of the collections and of the fields that more than one query touches. */
final class NoticeFields {

    static final String NOTICES = "notices";
    static final String CONTACTS = "contacts";
    static final String APPOINTMENTS = "appointments";

    static final String STATUS = "status";
    static final String ATTEMPTS = "attempts";
    static final String CREATED_AT = "createdAt";
    static final String LAST_ERROR = "lastError";
    static final String DUE_AT = "dueAt";
    static final String OWNER = "owner";

    /**
     * From when on a sender may take the row: its due time while it waits, the end of its lease while one holds it, absent
     * once it is settled. One field for both keeps the query for due rows to one narrow index.
     */
    static final String CLAIMABLE_AT = "claimableAt";

    private NoticeFields() {}
}
