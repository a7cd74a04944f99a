package io.dendrite.start;

/** The service must not start, since a setting that guards it is missing or weak. Never holds the setting's value. */
public final class UnsafeSettingException extends RuntimeException {

    private final String remedy;

    /**
     * Names what is wrong.
     *
     * @param what what is missing or weak, as a sentence
     * @param remedy what to do, naming the environment variable
     */
    public UnsafeSettingException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
