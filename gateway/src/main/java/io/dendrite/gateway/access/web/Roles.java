package io.dendrite.gateway.access.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** The roles that a token carries in its claim {@code roles}. A claim of another form carries none. */
final class Roles implements Converter<Jwt, Collection<GrantedAuthority>> {

    static final String MANAGER = "manager";

    /** The scope of a machine that collects metrics, and the authority it gives. */
    static final String METRICS = "metrics:read";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        List<GrantedAuthority> roles = new ArrayList<>();
        if (token.getClaim("roles") instanceof Collection<?> named) {
            for (Object role : named) {
                if (role instanceof String text && !text.isBlank()) {
                    roles.add(new SimpleGrantedAuthority("ROLE_" + text));
                }
            }
        }
        if (roles.contains(new SimpleGrantedAuthority("ROLE_system"))
                && scopes(token).contains(METRICS)) {
            roles.add(new SimpleGrantedAuthority(METRICS));
        }
        return roles;
    }

    /** A list, or one text with spaces between its parts (RFC 8693, section 4.2). */
    private static List<?> scopes(Jwt token) {
        Object scope = token.getClaim("scope");
        return scope instanceof List<?> list
                ? list
                : scope instanceof String text ? List.of(text.split(" ")) : List.of();
    }
}
