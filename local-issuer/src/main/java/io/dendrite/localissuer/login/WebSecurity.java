package io.dendrite.localissuer.login;

import io.dendrite.localissuer.LocalIssuerProperties;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Which request needs whom. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** OAuth 2.0 and OpenID Connect; a browser that is not logged in is sent to the login page. */
    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/oauth2/authorize")
                        .hasRole("PERSON")
                        .anyRequest()
                        .authenticated())
                .cors(Customizer.withDefaults())
                .exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    /** The operator's commands: a password in each request and no session, hence nothing to forge. */
    @Bean
    @Order(2)
    SecurityFilterChain operator(HttpSecurity http) {
        return http.securityMatcher("/keys/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("OPERATOR"))
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    /** Pages of the gateway exchange their code for a token here; no other page may. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(LocalIssuerProperties settings) {
        CorsConfiguration gateway = new CorsConfiguration();
        gateway.setAllowedOrigins(List.of(settings.gateway().toString()));
        gateway.setAllowedMethods(List.of("GET", "POST"));
        gateway.setAllowedHeaders(List.of("*"));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/oauth2/**", gateway);
        source.registerCorsConfiguration("/.well-known/**", gateway);
        return source;
    }
}
