package io.dendrite.localissuer.keys;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dendrite.localissuer.LocalIssuerProperties;
import io.dendrite.localissuer.files.OwnerOnlyFile;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The keys, as Spring Authorization Server asks for them. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    /** Made at the start, so that a broken file is told at once. */
    @Bean
    @Lazy(false)
    SigningKeys signingKeys(LocalIssuerProperties settings, Clock clock) {
        OwnerOnlyFile file = new OwnerOnlyFile(settings.directory().resolve("signing-keys.json"));
        return new SigningKeys(file, settings.tokenLifetime(), clock);
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(SigningKeys::signing);
        return encoder;
    }
}
