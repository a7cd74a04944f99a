package io.dendrite.gateway.request.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway accepts as a request body.
 *
 * @param maxSize the largest body that is passed on
 * @param maxDrained how much of a body that is too large is read and dropped, so that a client which sends before it
 *     reads still sees the answer
 * @param timeout how long a client may take to send its body
 * @param streams which bodies are passed on as they come
 */
@ConfigurationProperties("dendrite.gateway.upload")
record UploadLimits(
        @DefaultValue("1MB") DataSize maxSize,
        @DefaultValue("16MB") DataSize maxDrained,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Streams streams) {

    /**
     * Bodies that are not held here: whole files, which a service takes in as they come.
     *
     * @param paths where they go
     * @param maxSize the largest
     */
    record Streams(
            @DefaultValue({}) List<String> paths,
            @DefaultValue("64MB") DataSize maxSize) {

        boolean take(String path) {
            return paths.contains(path);
        }
    }
}
