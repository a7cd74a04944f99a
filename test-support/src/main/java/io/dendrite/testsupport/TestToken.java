package io.dendrite.testsupport;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.dendrite.testsupport.TestIssuer.Keys;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * A token (RFC 7519) in the making. It is good unless told otherwise; the methods that return a string end it, well
 * signed or badly.
 */
public final class TestToken {

    private static final Duration USUAL = Duration.ofMinutes(5);

    private final Keys keys;
    private final JWTClaimsSet.Builder claims;

    TestToken(String issuer, Keys keys) {
        Instant now = Instant.now();
        this.keys = keys;
        this.claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("anna")
                .audience(TestIssuer.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(USUAL)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sites", List.of("*"));
    }

    /** Who acts. */
    public TestToken subject(String subject) {
        claims.subject(subject);
        return this;
    }

    /** Replaces the roles. */
    public TestToken roles(String... roles) {
        return claim("roles", List.of(roles));
    }

    /** Replaces the sites that the token may act for; {@code *} is every site. */
    public TestToken sites(String... sites) {
        return claim("sites", List.of(sites));
    }

    /** Replaces the scopes, written as one string (RFC 9068, section 2.2.3). */
    public TestToken scopes(String... scopes) {
        return claim("scope", String.join(" ", scopes));
    }

    /** Replaces whom the token is meant for. */
    public TestToken audience(String... audience) {
        claims.audience(List.of(audience));
        return this;
    }

    /** Pretends to come from elsewhere. */
    public TestToken issuer(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    /** Lets it end five minutes ago. */
    public TestToken expired() {
        Instant end = Instant.now().minus(USUAL);
        claims.issueTime(Date.from(end.minus(USUAL)));
        return expiresAt(end);
    }

    /** Lets it end at a given moment. */
    public TestToken expiresAt(Instant end) {
        claims.expirationTime(Date.from(end));
        return this;
    }

    /** Lets it begin in five minutes only. */
    public TestToken notYetValid() {
        claims.notBeforeTime(Date.from(Instant.now().plus(USUAL)));
        claims.expirationTime(Date.from(Instant.now().plus(USUAL.multipliedBy(2))));
        return this;
    }

    /** Sets any claim. */
    public TestToken claim(String name, Object value) {
        claims.claim(name, value);
        return this;
    }

    /** Leaves a claim out. */
    public TestToken without(String name) {
        claims.claim(name, null);
        return this;
    }

    /** Signs it with RS256, as the issuer does. */
    public String sign() {
        return rsaSigned(keys, keys);
    }

    /** Signs it with ES256, which the issuer does as well. */
    public String signWithEllipticCurve() {
        try {
            return signed(JWSAlgorithm.ES256, keys.ellipticCurve(), new ECDSASigner(keys.ellipticCurve()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names the issuer's key, but is signed with another. */
    public String signWithForeignKey() {
        return rsaSigned(keys, Keys.fresh());
    }

    /** Names a key that the issuer does not have, and is signed with that. */
    public String signWithUnknownKey() {
        Keys unknown = Keys.fresh();
        return rsaSigned(unknown, unknown);
    }

    /** Well signed, then the signature is cut off. */
    public String unsigned() {
        String token = sign();
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** Well signed, then the claims are replaced by those of another token: its roles are made up. */
    public String tampered() {
        String[] good = sign().split("\\.", 3);
        String[] forged = roles("manager", "clinician", "auditor").sign().split("\\.", 3);
        return good[0] + "." + forged[1] + "." + good[2];
    }

    /** Says itself that it is not signed (RFC 8725, section 2.1). */
    public String algNone() {
        return new PlainJWT(claims.build()).serialize();
    }

    /** Takes the public key, which everybody has, as the secret of an HMAC (RFC 8725, section 2.1). */
    public String hmacWithPublicKey() {
        try {
            return signed(
                    JWSAlgorithm.HS256,
                    keys.rsa(),
                    new MACSigner(keys.rsa().toRSAPublicKey().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rsaSigned(Keys named, Keys used) {
        try {
            return signed(JWSAlgorithm.RS256, named.rsa(), new RSASSASigner(used.rsa()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWK named, JWSSigner signer) throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(algorithm).keyID(named.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
