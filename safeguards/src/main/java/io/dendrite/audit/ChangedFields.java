package io.dendrite.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the fields in which two versions of something differ; never their values. */
public final class ChangedFields {

    private static final Set<String> COUNTERS = Set.of("version", "contactVersion");

    private ChangedFields() {}

    /** The components of a record that differ, in their order, without the version numbers that every change raises. */
    public static <T extends Record> List<String> between(T before, T after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(component -> !COUNTERS.contains(component.getName()))
                .filter(component -> !Objects.equals(value(component, before), value(component, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record cannot be read: " + of.getClass(), e);
        }
    }
}
