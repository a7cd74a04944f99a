package io.dendrite.gateway.quota.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which calls a limit covers. */
record Coverage(Set<String> methods, List<PathPattern> paths) {

    static Coverage of(Set<String> methods, Set<String> paths) {
        return new Coverage(
                Set.copyOf(methods),
                paths.stream().map(PathPatternParser.defaultInstance::parse).toList());
    }

    boolean includes(ServerHttpRequest request) {
        if (!methods.isEmpty() && !methods.contains(request.getMethod().name())) {
            return false;
        }
        PathContainer path = request.getPath().pathWithinApplication();
        return paths.isEmpty() || paths.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
