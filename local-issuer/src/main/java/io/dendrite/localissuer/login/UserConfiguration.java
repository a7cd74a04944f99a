package io.dendrite.localissuer.login;

import io.dendrite.localissuer.LocalIssuerProperties;
import io.dendrite.localissuer.files.OwnerOnlyFile;
import io.dendrite.localissuer.files.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The people and the operator; their passwords are made at the first start. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    static final String OPERATOR = "operator";

    /** The least work factor: the secrets are random and long, so slowing guesses down gains nothing. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    /** Made at the start: the command line looks for the file as soon as the issuer is up. */
    @Bean
    @Lazy(false)
    UserDetailsService users(LocalIssuerProperties settings, PasswordEncoder encoder) {
        List<String> names = new ArrayList<>(DemoUser.usernames());
        names.add(OPERATOR);
        OwnerOnlyFile file = new OwnerOnlyFile(settings.directory().resolve("users.properties"));
        Secrets passwords = Secrets.in(file, names);
        return new InMemoryUserDetailsManager(names.stream()
                .map(name -> user(name, encoder.encode(passwords.of(name))))
                .toArray(UserDetails[]::new));
    }

    private static UserDetails user(String name, String password) {
        return User.withUsername(name)
                .password(password)
                .roles(name.equals(OPERATOR) ? "OPERATOR" : "PERSON")
                .build();
    }
}
