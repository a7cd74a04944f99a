package io.dendrite.localissuer;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The issuer was told to listen where others can reach it. */
final class OpenAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OpenAddressException(@Nullable InetAddress address) {
        super("The local issuer would listen on " + (address == null ? "every address" : address.getHostAddress())
                + " of this machine.");
    }
}
