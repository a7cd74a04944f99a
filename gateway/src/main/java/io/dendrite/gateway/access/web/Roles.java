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
        return roles;
    }
}
