package io.dendrite.scheduling.outbox;

import io.dendrite.scheduling.outbox.application.OutboxRelay;
import org.springframework.context.SmartLifecycle;

/** Has the relay run for as long as requests are served and a moment longer, so that it publishes what the last of them made. */
final class RelayLifecycle implements SmartLifecycle {

    /** Below that of the web server, which is DEFAULT_PHASE - 2048 once its requests are answered: started before, stopped after. */
    private static final int PHASE = DEFAULT_PHASE - 4096;

    private final OutboxRelay relay;
    private volatile boolean running;

    RelayLifecycle(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        relay.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            relay.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
