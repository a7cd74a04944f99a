package io.dendrite.testsupport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Whether a server that uses indexes could serve a query by one: the first field of one of them is among the conditions, in a
 * form that narrows the index, or is what a page is sorted by. The embedded server reads whole collections and cannot tell.
 */
final class ServedByIndex {

    private static final Set<String> NARROWING =
            Set.of("$eq", "$in", "$lt", "$lte", "$gt", "$gte", "$all", "$elemMatch", "$exists");

    /**
     * An index.
     *
     * @param key its fields and their directions
     * @param sparse whether documents without the field are left out
     * @param onlyFor the condition of a partial index, empty for others
     */
    record Index(BsonDocument key, boolean sparse, BsonDocument onlyFor) {

        String first() {
            return key.getFirstKey();
        }
    }

    private final Collection<Index> indexes;

    ServedByIndex(Collection<Index> indexes) {
        this.indexes = indexes;
    }

    /** Whether the documents that meet a filter can be found without reading all others. */
    boolean isServed(BsonDocument filter) {
        List<Condition> conditions = new ArrayList<>();
        List<List<BsonDocument>> choices = new ArrayList<>();
        collect(filter, conditions, choices);
        return conditions.stream().anyMatch(condition -> condition.field().equals("_id") && condition.narrows(false))
                || indexes.stream().anyMatch(index -> serves(index, conditions))
                || choices.stream().anyMatch(branches -> branches.stream().allMatch(this::isServed));
    }

    /** Whether a page of everything can be read in the order of an index. */
    boolean isPaged(BsonDocument sort, boolean limited) {
        return limited
                && !sort.isEmpty()
                && (sort.getFirstKey().equals("_id")
                        || indexes.stream()
                                .anyMatch(index ->
                                        !index.sparse() && index.first().equals(sort.getFirstKey())));
    }

    private static boolean serves(Index index, List<Condition> conditions) {
        return index.onlyFor().keySet().stream().allMatch(field -> has(field, conditions))
                && conditions.stream()
                        .anyMatch(condition ->
                                condition.field().equals(index.first()) && condition.narrows(index.sparse()));
    }

    private static boolean has(String field, List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> condition.field().equals(field));
    }

    private static void collect(BsonDocument filter, List<Condition> conditions, List<List<BsonDocument>> choices) {
        filter.forEach((field, value) -> {
            switch (field) {
                case "$and" -> documents(value).forEach(each -> collect(each, conditions, choices));
                case "$or" -> choices.add(documents(value));
                default -> conditions.add(new Condition(field, value));
            }
        });
    }

    private static List<BsonDocument> documents(BsonValue array) {
        return array.asArray().stream().map(BsonValue::asDocument).toList();
    }

    private record Condition(String field, BsonValue value) {

        boolean narrows(boolean sparse) {
            if (value.isRegularExpression()) {
                return value.asRegularExpression().getPattern().startsWith("^");
            }
            if (value.isNull()) {
                return !sparse;
            }
            if (!isOperators()) {
                return true;
            }
            BsonDocument operators = value.asDocument();
            return operators.keySet().stream()
                    .anyMatch(name -> NARROWING.contains(name)
                            && (!name.equals("$exists")
                                    || operators.getBoolean(name).getValue()));
        }

        private boolean isOperators() {
            return value.isDocument()
                    && !value.asDocument().isEmpty()
                    && value.asDocument().getFirstKey().startsWith("$");
        }
    }
}
