package io.dendrite.localstack.stack;

import java.net.URI;

/** The address of one's own OpenID provider. */
final class IssuerAddress {

    private static final String OPTION = "--issuer";

    private IssuerAddress() {}

    /**
     * The address as it was given: tokens name it to the letter.
     *
     * @throws StackFailure if it is none
     */
    static String checked(String given) {
        of(given);
        return given;
    }

    /**
     * Makes sure that somebody listens there.
     *
     * @throws StackFailure naming the option if not
     */
    static void mustAnswer(String given) {
        URI uri = of(given);
        int usual = uri.getScheme().equals("https") ? 443 : 80;
        new HostPort(uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort()).mustAnswer(OPTION);
    }

    private static URI of(String given) {
        try {
            URI uri = URI.create(given);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Answered below with what would be right.
        }
        throw new StackFailure(
                OPTION + " must be an address such as https://login.example/realms/clinic; it is " + given + ".");
    }
}
