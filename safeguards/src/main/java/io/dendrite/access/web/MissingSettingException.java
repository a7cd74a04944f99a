package io.dendrite.access.web;

/** The service must not start, since a setting that guards it is missing. */
final class MissingSettingException extends RuntimeException {

    private final String remedy;

    MissingSettingException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
