package io.dendrite.localstack.demo;

import io.dendrite.localstack.client.Visit;
import java.util.List;

/** Where the patient's mails can be looked for. */
interface Letters {

    /**
     * Waits for the patient's next mail, shows it, and checks that it is the expected one.
     *
     * @throws IllegalStateException if none arrives in time
     */
    void await(Expected expected) throws InterruptedException;

    /**
     * What the next mail has to be.
     *
     * @param kind of the notice behind it
     * @param method of its calendar part (RFC 5546)
     * @param visits that its calendar part is about
     */
    record Expected(String kind, String method, List<Visit> visits) {}
}
