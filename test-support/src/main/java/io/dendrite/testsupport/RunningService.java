package io.dendrite.testsupport;

/**
 * An instance of a service that a test started for itself.
 *
 * @param base where it listens, without a slash at the end
 * @param ending how it is stopped
 */
public record RunningService(String base, Runnable ending) implements AutoCloseable {

    @Override
    public void close() {
        ending.run();
    }
}
