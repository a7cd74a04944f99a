package io.dendrite.access.model;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a checked token says.
 *
 * @param actor the token's subject: one person or one machine, never shared (45 CFR 164.312(a)(2)(i))
 * @param roles what the actor is
 * @param sites where the actor may act
 * @param scopes what a machine was granted; of no meaning for people
 * @param breakGlass the id of the emergency override that widens {@code sites}; null without one
 */
public record Caller(
        String actor,
        Set<Role> roles,
        SiteScope sites,
        Set<String> scopes,
        @Nullable String breakGlass) {

    public Caller {
        Objects.requireNonNull(actor, "actor");
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Whether the matrix opens the call to this caller. */
    public boolean may(AccessRule call) {
        Set<Role> people = EnumSet.noneOf(Role.class);
        people.addAll(roles);
        boolean machine = people.remove(Role.SYSTEM);
        return people.stream().anyMatch(call.roles()::contains)
                || (machine && call.scope() != null && scopes.contains(call.scope()));
    }

    /** Whether the caller has one of these roles. */
    public boolean isOneOf(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }

    /** The caller under an emergency override for one more site. */
    public Caller breakingGlass(String grantId, String siteId) {
        return new Caller(actor, roles, sites.with(siteId), scopes, grantId);
    }

    /** The names of the roles, in order. */
    public Set<String> roleNames() {
        return roles.stream().map(Role::claim).collect(Collectors.toCollection(TreeSet::new));
    }
}
