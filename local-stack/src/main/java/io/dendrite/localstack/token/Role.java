package io.dendrite.localstack.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a caller is, and the client of the local issuer that gets tokens of it. */
public enum Role {
    FRONT_DESK("front-desk", "front-desk"),
    CLINICIAN("clinician", "clinician"),
    MANAGER("manager", "manager"),
    AUDITOR("auditor", "auditor"),
    SYSTEM("system", "machine");

    /** All that a machine may ask for. */
    public static final List<String> SCOPES = List.of(
            "patients:read",
            "patients:write",
            "calendar:read",
            "calendar:write",
            "calendar:overbook",
            "imports:write",
            "clinic:read",
            "clinic:write",
            "notices:read",
            "notices:write",
            "audit:read",
            "metrics:read");

    private final String text;
    private final String client;

    Role(String text, String client) {
        this.text = text;
        this.client = client;
    }

    /** The role that tokens call so; empty if there is none. */
    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
    }

    /** What tokens call it. */
    @Override
    public String toString() {
        return text;
    }

    String client() {
        return client;
    }
}
