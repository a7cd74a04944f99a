package io.dendrite.notification.delivery.application;

/** Whatever carries letters to patients. */
public interface Post {

    /** Hands a letter over and says what came of it. Sending the same content again uses the same message id. */
    Outcome send(Letter letter);

    /** What came of handing a letter over. */
    sealed interface Outcome {}

    /**
     * The server took responsibility for it (RFC 5321, 4.2.5).
     *
     * @param messageId its Message-ID
     */
    record Accepted(String messageId) implements Outcome {}

    /**
     * This letter will never be taken.
     *
     * @param reason why, without a patient's data
     */
    record Refused(String reason) implements Outcome {}

    /**
     * This letter was not taken now; another may be.
     *
     * @param reason why, without a patient's data
     */
    record Deferred(String reason) implements Outcome {}

    /**
     * The server could not be used at all, so no letter would have been taken.
     *
     * @param reason why
     */
    record Unreachable(String reason) implements Outcome {}
}
