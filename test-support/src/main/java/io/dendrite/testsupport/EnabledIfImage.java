package io.dendrite.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on real servers where Docker can bring them, and skips it with the reason where not. Put it above
 * {@code @Testcontainers}, so that it decides first: asking Testcontainers itself takes minutes on a machine that
 * cannot pull.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(DockerImageCondition.class)
public @interface EnabledIfImage {

    /** The images the test needs, such as {@code mongo:8}. */
    String[] value();
}
