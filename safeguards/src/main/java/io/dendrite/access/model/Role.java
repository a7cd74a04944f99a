package io.dendrite.access.model;

import java.util.Arrays;
import java.util.Optional;

/** What a caller is at the clinic. The matrix says which calls each role may make. */
public enum Role {
    /** Registers patients and keeps the calendar; sees neither indications nor clinical notes. */
    FRONT_DESK("front-desk"),
    /** Treats: the front desk's calls, the protocol, and the override in an emergency. */
    CLINICIAN("clinician"),
    /** Runs the clinic: sites, resources, treatments, closures; erases and exports patients. */
    MANAGER("manager"),
    /** Reads the audit, and nothing else. */
    AUDITOR("auditor"),
    /** A machine; what it may do depends on the scopes of its token. */
    SYSTEM("system");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The role's name in tokens and in the matrix. */
    public String claim() {
        return claim;
    }

    /** The role of that name; empty for a name that Dendrite does not know, which gives no right. */
    public static Optional<Role> ofClaim(String name) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(name)).findFirst();
    }
}
