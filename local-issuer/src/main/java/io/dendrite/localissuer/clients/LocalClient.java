package io.dendrite.localissuer.clients;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clients that get tokens with a secret, one for each role. */
public enum LocalClient {
    FRONT_DESK("front-desk", "front-desk", ""),
    CLINICIAN("clinician", "clinician", ""),
    MANAGER("manager", "manager", ""),
    AUDITOR("auditor", "auditor", ""),
    /** Another program: what it may do is said by the scopes it asks for. */
    MACHINE(
            "machine",
            "system",
            "patients:read patients:write calendar:read calendar:write calendar:overbook imports:write clinic:read clinic:write"
                    + " notices:read notices:write audit:read metrics:read"),
    /** The notification service, asking the scheduling service for patients at their pages. */
    PATIENT_PAGES("patient-pages", "system", "self-service");

    private final String id;
    private final String role;
    private final String scopes;

    LocalClient(String id, String role, String scopes) {
        this.id = id;
        this.role = role;
        this.scopes = scopes;
    }

    /** The client of this id; empty if it is none of these. */
    public static Optional<LocalClient> of(String id) {
        return Arrays.stream(values()).filter(client -> client.id.equals(id)).findFirst();
    }

    /** All ids. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(LocalClient::id).toList();
    }

    /** Its client id. */
    public String id() {
        return id;
    }

    /** The role of its tokens. */
    public String role() {
        return role;
    }

    /** The scopes it may ask for. */
    public Set<String> scopes() {
        return scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" "));
    }

    /** Who its tokens say is acting. */
    public String subject() {
        return "demo-" + id;
    }
}
