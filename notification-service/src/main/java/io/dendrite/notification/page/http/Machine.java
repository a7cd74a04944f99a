package io.dendrite.notification.page.http;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** This service itself, as whoever asks for its token. */
final class Machine extends AbstractAuthenticationToken {

    private final String name;

    Machine(String name) {
        super(List.of());
        this.name = name;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return name;
    }
}
