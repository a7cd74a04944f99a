package io.dendrite.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongoAddressTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://db:27017, mongodb://db:27017/clinic",
        "mongodb://db:27017/, mongodb://db:27017/clinic",
        "'mongodb://a:1,b:2/?replicaSet=rs', 'mongodb://a:1,b:2/clinic?replicaSet=rs'",
        "mongodb+srv://cluster.example?w=majority, mongodb+srv://cluster.example/clinic?w=majority",
    })
    void addsTheDatabase(String given, String expected) {
        assertThat(new MongoAddress(given).database("clinic")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://me:pw@db:27017, mongodb://me:pw@db:27017/clinic?authSource=admin",
        "mongodb://me:pw@db/?tls=true, mongodb://me:pw@db/clinic?tls=true&authSource=admin",
        "mongodb://me:pw@db/?authSource=people, mongodb://me:pw@db/clinic?authSource=people",
    })
    void looksAUserUpWhereAdministratorsCreateThem(String given, String expected) {
        assertThat(new MongoAddress(given).database("clinic")).isEqualTo(expected);
    }

    @Test
    void neverShowsUserAndPassword() {
        assertThat(new MongoAddress("mongodb://me:pw@db:27017").shown()).isEqualTo("mongodb://db:27017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db:27017", "mongodb://db/clinic", "mongodb://", "http://db"})
    void refusesWhatIsNoAddressOfAServer(String given) {
        assertThatThrownBy(() -> new MongoAddress(given))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--mongodb must look like mongodb://host:27017 and name no database");
    }
}
