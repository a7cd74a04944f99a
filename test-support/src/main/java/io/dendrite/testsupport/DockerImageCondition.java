package io.dendrite.testsupport;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * Decides in a second or two whether every image is on the engine or can be pulled. Set {@code DENDRITE_DOCKER_PULL=true}
 * where a private mirror serves images although the public registry cannot be reached.
 */
final class DockerImageCondition implements ExecutionCondition {

    private static final int REGISTRY_TIMEOUT_MILLIS = 3_000;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        EnabledIfImage wanted = context.getRequiredTestClass().getAnnotation(EnabledIfImage.class);
        ConditionEvaluationResult result = decide(images(wanted));
        if (result.isDisabled()) {
            System.err.println("SKIPPED " + context.getRequiredTestClass().getSimpleName() + ": "
                    + result.getReason().orElse(""));
        }
        return result;
    }

    /** Testcontainers has needs of its own: its reaper, and a tiny image to find the host from inside a container. */
    private static List<String> images(EnabledIfImage wanted) {
        List<String> images = new ArrayList<>(List.of(wanted.value()));
        if (!Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            images.add("testcontainers/ryuk:0.14.0");
        }
        if (Files.exists(Path.of("/.dockerenv")) && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
            images.add("alpine:3.17");
        }
        return images;
    }

    private static ConditionEvaluationResult decide(List<String> images) {
        DockerClient docker;
        try {
            List<DockerClientProviderStrategy> strategies = new ArrayList<>();
            ServiceLoader.load(DockerClientProviderStrategy.class).forEach(strategies::add);
            docker = DockerClientProviderStrategy.getFirstValidStrategy(strategies)
                    .getDockerClient();
        } catch (RuntimeException | LinkageError e) {
            return ConditionEvaluationResult.disabled("no usable Docker engine");
        }
        for (String image : images) {
            try {
                docker.inspectImageCmd(image).exec();
            } catch (NotFoundException e) {
                if (!canPull(docker)) {
                    return ConditionEvaluationResult.disabled("image " + image
                            + " is not on this Docker engine and its registry cannot be reached (run: docker pull "
                            + image + ")");
                }
            }
        }
        return ConditionEvaluationResult.enabled("images are present or can be pulled: " + images);
    }

    private static boolean canPull(DockerClient docker) {
        String forced = System.getenv("DENDRITE_DOCKER_PULL");
        if (forced != null) {
            return "true".equals(forced.toLowerCase(Locale.ROOT));
        }
        String index = docker.infoCmd().exec().getIndexServerAddress();
        if (index == null) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(URI.create(index).getHost(), 443), REGISTRY_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
