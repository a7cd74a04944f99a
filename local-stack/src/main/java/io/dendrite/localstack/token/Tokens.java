package io.dendrite.localstack.token;

import io.dendrite.localstack.stack.LocalStack;
import io.dendrite.localstack.stack.StackDirectory;
import io.dendrite.localstack.stack.StackFailure;
import io.dendrite.localstack.stack.StackState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Access tokens of a running stack. */
public final class Tokens {

    /** The environment variable that has a token of the front desk when the issuer is somebody else's. */
    public static final String VARIABLE = "DENDRITE_TOKEN";

    private final StackState stack;
    private final LocalIssuer issuer;
    private final Map<Role, Supplier<String>> renewed = new ConcurrentHashMap<>();

    private Tokens(StackDirectory directory, StackState stack) {
        this.stack = stack;
        this.issuer = new LocalIssuer(URI.create(stack.issuer()), directory.issuer());
    }

    /** Tokens of the stack that runs in this directory. */
    public static Tokens of(StackDirectory directory, StackState stack) {
        return new Tokens(directory, stack);
    }

    /** Tokens of a stack of this process. */
    public static Tokens of(LocalStack stack) {
        return new Tokens(stack.directory(), stack.state());
    }

    /** Tokens for patients, bookings and reading the clinic; always one that is good for some minutes more. */
    public Supplier<String> frontDesk() {
        return renewed(Role.FRONT_DESK);
    }

    /** The same for sites, resources, blocks and treatments. */
    public Supplier<String> manager() {
        return renewed(Role.MANAGER);
    }

    /** The same for any role, all sites, and all scopes if it is a machine's. */
    public Supplier<String> renewed(Role role) {
        if (!stack.issuesTokens()) {
            return Tokens::given;
        }
        return renewed.computeIfAbsent(
                role, asked -> new RenewedToken(() -> fresh(asked, List.of(), List.of()), Clock.systemUTC()));
    }

    /**
     * A new token.
     *
     * @param sites that it is good for; none means every site
     * @param scopes of a machine; none means all
     * @throws StackFailure if there is none to be had, saying why
     */
    public Token fresh(Role role, List<String> sites, List<String> scopes) {
        if (!stack.issuesTokens()) {
            throw new StackFailure("This stack takes its tokens from " + stack.issuer() + ": get one there.");
        }
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (!sites.isEmpty()) {
            form.append("&sites=").append(encoded(sites));
        }
        if (role == Role.SYSTEM || !scopes.isEmpty()) {
            form.append("&scope=").append(encoded(scopes.isEmpty() ? Role.SCOPES : scopes));
        }
        JsonNode answer = issuer.post("/oauth2/token", role.client(), "clients.properties", form.toString());
        return new Token(
                answer.path("access_token").asString(),
                Duration.ofSeconds(answer.path("expires_in").asLong()));
    }

    /**
     * Has the issuer sign with a new key from now on, and answers the key's id.
     *
     * @throws StackFailure if the issuer is somebody else's or refuses
     */
    public String rotateKeys() {
        if (!stack.issuesTokens()) {
            throw new StackFailure("This stack takes its tokens from " + stack.issuer() + ": rotate its keys there.");
        }
        return issuer.post("/keys/rotate", "operator", "users.properties", "")
                .path("kid")
                .asString();
    }

    private static String given() {
        @Nullable String given = System.getenv(VARIABLE);
        if (given == null || given.isBlank()) {
            throw new StackFailure("The stack has an issuer of yours: set " + VARIABLE
                    + " to a token from there that has the role front-desk.");
        }
        return given.trim();
    }

    private static String encoded(List<String> values) {
        return URLEncoder.encode(String.join(" ", values), StandardCharsets.UTF_8);
    }

    /**
     * An access token.
     *
     * @param text as it is sent
     * @param lifetime how long it is good from now on
     */
    public record Token(String text, Duration lifetime) {}
}
