package io.dendrite.localstack.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of one's own MongoDB, to which each service adds its database. */
final class MongoAddress {

    private static final Pattern FORM =
            Pattern.compile("(?<scheme>mongodb(?:\\+srv)?://)(?<user>[^@/]+@)?(?<hosts>[^/?@]+)/?(?<options>\\?.*)?");

    private final String scheme;
    private final String user;
    private final String hosts;
    private final String options;

    /**
     * Takes an address apart.
     *
     * @throws StackFailure if it has another form, or names a database
     */
    MongoAddress(String uri) {
        Matcher form = FORM.matcher(uri);
        if (!form.matches()) {
            throw new StackFailure("--mongodb must look like mongodb://host:27017 and name no database:"
                    + " each service has its own, dendrite-scheduling and dendrite-notification.");
        }
        scheme = form.group("scheme");
        user = orEmpty(form, "user");
        hosts = form.group("hosts");
        options = orEmpty(form, "options");
    }

    /** The address of one database. A user is looked up in {@code admin} unless the address says where. */
    String database(String name) {
        String withSource = user.isEmpty() || options.contains("authSource=")
                ? options
                : options + (options.isEmpty() ? "?" : "&") + "authSource=admin";
        return scheme + user + hosts + "/" + name + withSource;
    }

    /** For people and files: without user and password. */
    String shown() {
        return scheme + hosts;
    }

    private static String orEmpty(Matcher form, String group) {
        String value = form.group(group);
        return value == null ? "" : value;
    }
}
