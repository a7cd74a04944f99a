package io.dendrite.notification.delivery.application;

import io.dendrite.notification.delivery.model.Wishes;

/**
 * One way by which notices reach patients. A clinic adds one by adding a bean; which one a patient's notices go by is the
 * patient's choice.
 */
public interface NoticeChannel {

    /** Which choice of the patient's this is. */
    Wishes.Channel serves();

    /**
     * Hands a letter over and says what came of it. Handing the same letter over again must be recognisable as that.
     * {@link Post.Unreachable} stops all notices for a while, whatever their channel, so only e-mail may say it.
     */
    Post.Outcome send(Letter letter);
}
