package io.dendrite.access.web;

import io.dendrite.access.model.Caller;
import io.dendrite.access.model.Role;
import io.dendrite.access.model.SiteScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * Reads a caller from the claims {@code sub}, {@code roles}, {@code sites} and {@code scope}. A claim that is missing or
 * of another form gives no right.
 */
final class CallerClaims implements Converter<Jwt, CallerAuthentication> {

    private static final int LONGEST_SUBJECT = 255;

    @Override
    public CallerAuthentication convert(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new InvalidBearerTokenException("The token names no subject");
        }
        Set<Role> roles = texts(token, "roles").stream()
                .map(Role::ofClaim)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new CallerAuthentication(
                new Caller(
                        subject, roles, SiteScope.of(texts(token, "sites")), Set.copyOf(texts(token, "scope")), null),
                token);
    }

    /** A list, or one text with spaces between its parts (RFC 8693, section 4.2). */
    private static Collection<String> texts(Jwt token, String claim) {
        Object value = token.getClaims().get(claim);
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value instanceof String text && !text.isBlank()
                ? List.of(text.strip().split(" +"))
                : List.of();
    }
}
