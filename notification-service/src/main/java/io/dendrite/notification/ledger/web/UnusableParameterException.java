package io.dendrite.notification.ledger.web;

/** A parameter has a value that means nothing here. */
final class UnusableParameterException extends RuntimeException {

    private final String parameter;

    /**
     * A complaint about a parameter.
     *
     * @param parameter its name
     * @param demand what it must be, as "must be …"
     */
    UnusableParameterException(String parameter, String demand) {
        super(demand);
        this.parameter = parameter;
    }

    /** The name of the parameter. */
    String parameter() {
        return parameter;
    }
}
