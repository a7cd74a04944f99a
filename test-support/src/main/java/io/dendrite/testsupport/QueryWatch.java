package io.dendrite.testsupport;

import static java.util.stream.Collectors.joining;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.dendrite.testsupport.ServedByIndex.Index;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Listens to what a service asks of its database, keeps one example of each kind of query, and tells which of them no index
 * serves: on the embedded server by comparing them with the indexes that the service creates, on MongoDB itself by asking
 * for its plan.
 */
public final class QueryWatch implements CommandListener {

    private final Map<String, Query> seen = new ConcurrentHashMap<>();
    private final Map<String, Collection<Index>> indexes = new ConcurrentHashMap<>();

    private record Query(String database, String collection, BsonDocument command, BsonDocument filter) {

        String place() {
            return database + "." + collection;
        }

        @Override
        public String toString() {
            return collection + "." + command.getFirstKey() + " " + shape(filter)
                    + (command.containsKey("sort") ? " by " + command.get("sort") : "");
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        switch (event.getCommandName()) {
            case "createIndexes" -> declared(event.getDatabaseName(), command);
            case "find" -> saw(event, command, document(command, "filter"));
            case "count", "distinct", "findAndModify" -> saw(event, command, document(command, "query"));
            case "aggregate" -> saw(event, command, firstMatch(command));
            case "update", "delete" -> eachOf(event, command);
            default -> {
                // Says nothing about documents, or names none to be found.
            }
        }
    }

    private void declared(String database, BsonDocument command) {
        Collection<Index> known = indexes.computeIfAbsent(
                database + "." + command.getString("createIndexes").getValue(), place -> ConcurrentHashMap.newKeySet());
        command.getArray("indexes").forEach(each -> {
            BsonDocument index = BsonDocument.parse(each.asDocument().toJson());
            known.add(new Index(
                    index.getDocument("key"),
                    index.getBoolean("sparse", BsonBoolean.FALSE).getValue(),
                    index.getDocument("partialFilterExpression", new BsonDocument())));
        });
    }

    /** A write of several parts is as many queries. */
    private void eachOf(CommandStartedEvent event, BsonDocument command) {
        String parts = event.getCommandName() + "s";
        command.getArray(parts).forEach(part -> {
            BsonDocument one = new BsonDocument(event.getCommandName(), command.get(event.getCommandName()))
                    .append(parts, new org.bson.BsonArray(List.of(part)));
            saw(event, one, part.asDocument().getDocument("q"));
        });
    }

    private void saw(CommandStartedEvent event, BsonDocument command, BsonDocument filter) {
        BsonValue collection = command.get(event.getCommandName());
        if (collection == null || !collection.isString()) {
            return;
        }
        // What the driver gives is gone when this returns.
        Query query = new Query(
                event.getDatabaseName(),
                collection.asString().getValue(),
                BsonDocument.parse(command.toJson()),
                BsonDocument.parse(filter.toJson()));
        seen.putIfAbsent(query.place() + " " + query, query);
    }

    /**
     * The queries that none of the declared indexes serves.
     *
     * @param onPurpose how the queries begin that read a whole collection on purpose, such as {@code sites.find}
     */
    public List<String> unserved(Set<String> onPurpose) {
        return queries(onPurpose)
                .filter(query -> {
                    ServedByIndex rule = new ServedByIndex(indexes.getOrDefault(query.place(), List.of()));
                    return !rule.isServed(query.filter())
                            && !rule.isPaged(
                                    document(query.command(), "sort"),
                                    query.command().containsKey("limit"));
                })
                .map(Query::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** The queries for which a real server plans to read a whole collection. */
    public List<String> scanned(MongoClient server, Set<String> onPurpose) {
        return queries(onPurpose)
                .filter(query -> server.getDatabase(query.database())
                        .runCommand(new BsonDocument("explain", explainable(query.command()))
                                .append("verbosity", new BsonString("queryPlanner")))
                        .toJson()
                        .contains("COLLSCAN"))
                .map(Query::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the service has got as far as creating indexes in a database. */
    public boolean knowsIndexesOf(String database) {
        return indexes.keySet().stream().anyMatch(place -> place.startsWith(database + "."));
    }

    /** How many kinds of queries were seen. */
    public int size() {
        return seen.size();
    }

    private Stream<Query> queries(Set<String> onPurpose) {
        return seen.values().stream().filter(query -> onPurpose.stream().noneMatch(query.toString()::startsWith));
    }

    /** Without what the driver adds for the one time that it was sent. */
    private static BsonDocument explainable(BsonDocument command) {
        BsonDocument bare = command.clone();
        bare.keySet()
                .removeIf(key -> key.startsWith("$")
                        || Set.of("lsid", "txnNumber", "writeConcern", "maxTimeMS")
                                .contains(key));
        return bare;
    }

    private static BsonDocument document(BsonDocument command, String field) {
        return command.getDocument(field, new BsonDocument());
    }

    private static BsonDocument firstMatch(BsonDocument command) {
        return command.getArray("pipeline").stream()
                .findFirst()
                .map(stage -> document(stage.asDocument(), "$match"))
                .orElseGet(BsonDocument::new);
    }

    /** A filter without its values. */
    private static String shape(BsonValue value) {
        if (value.isDocument()) {
            return value.asDocument().entrySet().stream()
                    .map(entry -> entry.getKey() + shape(entry.getValue()))
                    .collect(joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.asArray().stream().map(QueryWatch::shape).distinct().collect(joining(", ", "[", "]"));
        }
        return value.isNull() ? ":null" : "";
    }
}
