package io.dendrite.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    private static final Path PAGE = Path.of("..", "docs", "scheduling-service.md");

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeStandsOnTheServicesPageWithItsStatus(ProblemType type) throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .anySatisfy(line -> assertThat(line).startsWith("| `" + type.type() + "` | " + type.status() + " |"));
    }

    @Test
    void noTwoTypesShareASlug() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::type)).doesNotHaveDuplicates();
    }
}
