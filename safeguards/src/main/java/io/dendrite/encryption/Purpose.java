package io.dendrite.encryption;

/** What a shared key is for. Each purpose has keys of its own. */
public enum Purpose {
    /** Free text of the clinic, such as why something is blocked. */
    TEXT("text"),
    /** Values that are looked up exactly. */
    LOOKUP("lookup"),
    /** Answers that are kept for repetitions. */
    ANSWERS("answers"),
    /** Words that actors give for what they do. */
    AUDIT("audit"),
    /** Events that could not be read. */
    DEAD_LETTERS("dead-letters"),
    /** Tokens by which names are found. */
    NAMES("names"),
    /** Ids that follow from those of another system. */
    IMPORTED_IDS("imported-ids");

    private final String keyName;

    Purpose(String keyName) {
        this.keyName = keyName;
    }

    /** The name of its key in the vault. */
    public String keyName() {
        return keyName;
    }
}
