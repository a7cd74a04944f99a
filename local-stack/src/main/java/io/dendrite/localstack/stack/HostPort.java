package io.dendrite.localstack.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Where one's own server is. */
record HostPort(String host, int port) {

    private static final int PATIENCE_MILLIS = 3_000;

    /**
     * Reads {@code host:port}, the first one if there are several.
     *
     * @throws StackFailure naming the option if it is something else
     */
    static HostPort parse(String option, String text) {
        String first = text.split(",", 2)[0];
        int colon = first.lastIndexOf(':');
        try {
            int port = Integer.parseInt(first.substring(colon + 1));
            if (colon > 0 && port > 0 && port < 65_536) {
                return new HostPort(first.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // Answered below with what would be right.
        }
        throw new StackFailure(option + " must be HOST:PORT, for example localhost:9092; it is " + text + ".");
    }

    /**
     * Makes sure that somebody listens there.
     *
     * @throws StackFailure naming the option if not
     */
    void mustAnswer(String option) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new StackFailure(
                    "Nothing answers at " + host + ":" + port + ", which " + option + " names: start that server, or"
                            + " leave the option out to have one started here.",
                    e);
        }
    }
}
