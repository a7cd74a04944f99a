package io.dendrite.gateway.start.model;

/** The gateway does not start with these settings: it says which is wrong and what would be right. */
public final class StartRefusedException extends RuntimeException {

    private final String remedy;

    /**
     * A refusal.
     *
     * @param fault what is wrong, naming the property
     * @param remedy what to set instead
     */
    public StartRefusedException(String fault, String remedy) {
        super(fault);
        this.remedy = remedy;
    }

    /** What is wrong, naming the property. */
    public String fault() {
        return String.valueOf(getMessage());
    }

    /** What to set instead. */
    public String remedy() {
        return remedy;
    }
}
