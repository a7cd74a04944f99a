package io.dendrite.notification.ledger.web;

/** No notice has this id. */
final class NoticeNotFoundException extends RuntimeException {

    NoticeNotFoundException(String id) {
        super("no notice " + id);
    }
}
