package io.dendrite.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bundle says all that English says, with the same gaps, and nothing that nobody asks for. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Keys that are put together from a part and the name of a constant. */
    private static final Set<String> COMPOSED = Set.of(
            "confirmed.one",
            "confirmed.many",
            "rescheduled",
            "cancelled",
            "reminder",
            "offered",
            "channel",
            "reminders",
            "another",
            "offer",
            "done",
            "error");

    @ParameterizedTest
    @CsvSource({"mail, es", "mail, de", "mail, fr", "pages, es", "pages, de", "pages, fr"})
    void sayAllThatEnglishSaysWithTheSameGaps(String bundle, String language) throws IOException {
        Properties english = bundle(bundle, "");
        Properties translated = bundle(bundle, "_" + language);

        Set<String> expected = new TreeSet<>(english.stringPropertyNames());
        assertThat(translated.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        for (String key : expected) {
            assertThat(translated.getProperty(key)).as(key).isNotBlank();
            assertThat(gaps(translated.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key)));
            if (gaps(english.getProperty(key)) > 0) {
                Object[] filled = Stream.generate(() -> 7).limit(9).toArray();
                assertThat(new MessageFormat(translated.getProperty(key), Locale.forLanguageTag(language))
                                .format(filled))
                        .as("%s: an apostrophe that is not doubled swallows what follows", key)
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "pages"})
    void sayNothingThatNobodyAsksFor(String bundle) throws IOException {
        String sources = sources();

        assertThat(bundle(bundle, "").stringPropertyNames())
                .allSatisfy(key -> assertThat(isAskedFor(key, sources))
                        .as("%s is used", key)
                        .isTrue());
    }

    private static boolean isAskedFor(String key, String sources) {
        if (sources.contains('"' + key + '"') || sources.contains('\'' + key + '\'')) {
            return true;
        }
        int dot = key.lastIndexOf('.');
        return dot > 0 && COMPOSED.contains(key.substring(0, dot));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|html)"))
                    .map(BundlesTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long gaps(String text) {
        return Stream.of("{0", "{1", "{2", "{3").filter(text::contains).count();
    }

    private static Properties bundle(String name, String suffix) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(
                RESOURCES.resolve(name).resolve("words" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
