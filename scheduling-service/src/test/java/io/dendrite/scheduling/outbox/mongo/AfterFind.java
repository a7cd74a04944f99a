package io.dendrite.scheduling.outbox.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets something happen between two reads of collections: just after the one with that number, counted from 1. */
final class AfterFind implements CommandListener {

    private final AtomicInteger finds = new AtomicInteger();
    private final int number;
    private final Runnable action;

    AfterFind(int number, Runnable action) {
        this.number = number;
        this.action = action;
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (event.getCommandName().equals("find") && finds.incrementAndGet() == number) {
            action.run();
        }
    }
}
