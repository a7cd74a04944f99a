package io.dendrite.access.web;

import io.dendrite.access.model.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller whose token was checked. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient Jwt token;

    CallerAuthentication(Caller caller, Jwt token) {
        super(AuthorityUtils.createAuthorityList(caller.roleNames()));
        this.caller = caller;
        this.token = token;
        setAuthenticated(true);
    }

    /** The same token under an emergency override. */
    CallerAuthentication breakingGlass(String grantId, String siteId) {
        return new CallerAuthentication(caller.breakingGlass(grantId, siteId), token);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Jwt getCredentials() {
        return token;
    }

    @Override
    public String getName() {
        return caller.actor();
    }
}
