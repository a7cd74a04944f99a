package io.dendrite.localstack.stack;

import java.time.Duration;

/** Hears how the start goes; called from several threads. */
public interface Progress {

    /** For those who only want the result. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(String part) {}

        @Override
        public void ready(String part, Duration took, String where) {}
    };

    /** Work on this part has begun. */
    void begins(String part);

    /** The part serves, at this address. */
    void ready(String part, Duration took, String where);
}
