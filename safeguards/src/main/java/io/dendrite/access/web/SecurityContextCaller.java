package io.dendrite.access.web;

import io.dendrite.access.CurrentCaller;
import io.dendrite.access.model.Caller;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request that this thread serves. */
final class SecurityContextCaller implements CurrentCaller {

    @Override
    public Optional<Caller> get() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }
}
