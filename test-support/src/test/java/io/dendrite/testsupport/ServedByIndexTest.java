package io.dendrite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.dendrite.testsupport.ServedByIndex.Index;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedByIndexTest {

    private final ServedByIndex rule = new ServedByIndex(List.of(
            index("{site: 1, until: 1}", false, "{}"),
            index("{since: 1}", true, "{}"),
            index("{waitingFor: 1}", false, "{waitingAt: {$exists: true}}")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{_id: 'a'}",
                "{_id: {$in: ['a', 'b']}, other: 1}",
                "{site: 's', from: {$lt: 5}}",
                "{$and: [{other: 1}, {site: {$in: ['s', 't']}}]}",
                "{$or: [{_id: 'a'}, {site: 's'}]}",
                "{since: {$lte: 5}}",
                "{since: {$exists: true}}",
                "{site: null}",
                "{site: /^a/}",
                "{site: {zone: 'z'}}",
                "{waitingFor: 'x', waitingAt: 's'}"
            })
    void findsTheIndexThatServes(String filter) {
        assertThat(rule.isServed(BsonDocument.parse(filter))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{until: 5}",
                "{site: {$ne: 's'}}",
                "{site: {$exists: false}}",
                "{_id: {$nin: ['a']}}",
                "{site: /a/}",
                "{since: null}",
                "{$or: [{_id: 'a'}, {until: 5}]}",
                "{waitingFor: 'x'}"
            })
    void findsWhatWouldReadTheWholeCollection(String filter) {
        assertThat(rule.isServed(BsonDocument.parse(filter))).isFalse();
    }

    @Test
    void takesAPageInTheOrderOfAnIndexForServed() {
        assertThat(rule.isPaged(BsonDocument.parse("{site: 1}"), true)).isTrue();
        assertThat(rule.isPaged(BsonDocument.parse("{_id: -1}"), true)).isTrue();
        assertThat(rule.isPaged(BsonDocument.parse("{site: 1}"), false)).isFalse();
        assertThat(rule.isPaged(BsonDocument.parse("{until: 1}"), true)).isFalse();
        assertThat(rule.isPaged(BsonDocument.parse("{since: 1}"), true)).isFalse();
        assertThat(rule.isPaged(BsonDocument.parse("{}"), true)).isFalse();
    }

    private static Index index(String key, boolean sparse, String onlyFor) {
        return new Index(BsonDocument.parse(key), sparse, BsonDocument.parse(onlyFor));
    }
}
