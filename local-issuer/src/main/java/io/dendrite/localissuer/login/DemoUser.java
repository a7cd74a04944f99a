package io.dendrite.localissuer.login;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The people who can log in with a browser. */
public enum DemoUser {
    FRONT_DESK("front-desk"),
    CLINICIAN("clinician"),
    MANAGER("manager");

    private final String role;

    DemoUser(String role) {
        this.role = role;
    }

    /** The person of this name; empty if there is none. */
    public static Optional<DemoUser> of(String name) {
        return Arrays.stream(values())
                .filter(user -> user.username().equals(name))
                .findFirst();
    }

    static List<String> usernames() {
        return Arrays.stream(values()).map(DemoUser::username).toList();
    }

    /** What they type, and the subject of their tokens. */
    public String username() {
        return "demo-" + role;
    }

    /** The role of their tokens. */
    public String role() {
        return role;
    }
}
