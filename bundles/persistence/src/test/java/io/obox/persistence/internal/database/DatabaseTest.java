package io.obox.persistence.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.testkit.TestDatabase;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private final TestDatabase first = TestDatabase.create();
    private final TestDatabase second = TestDatabase.create();
    private final Database database = new Database();

    @AfterEach
    void close() {
        database.close();
        first.close();
        second.close();
    }

    private static Settings settings(String url) {
        return new Given(url);
    }

    private String name() throws SQLException {
        try (Connection connection = database.borrow()) {
            return connection.getCatalog();
        }
    }

    private static String nameOf(TestDatabase known) {
        String path = known.address().url().replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void aConfiguredAddressGoesBeforeAnOfferedOne() throws SQLException {
        database.setOffered(first.address());

        database.activate(settings(second.address().url()));

        assertThat(name()).isEqualTo(nameOf(second));
    }

    @Test
    void anotherConfiguredAddressIsUsedAtOnceAndWhatWasBorrowedBeforeStaysUsable() throws SQLException {
        database.activate(settings(first.address().url()));
        try (Connection borrowed = database.borrow()) {
            database.modified(settings(second.address().url()));

            assertThat(name()).isEqualTo(nameOf(second));
            assertThat(borrowed.isValid(1)).isTrue();
        }
    }

    @Test
    void anOfferThatIsReplacedByAnotherIsFollowed() throws SQLException {
        database.activate(settings(""));
        DatabaseAddress before = withRole(first.address());
        database.setOffered(before);
        assertThat(name()).isEqualTo(nameOf(first));

        database.setOffered(withRole(second.address()));
        database.unsetOffered(before);

        assertThat(name()).isEqualTo(nameOf(second));
    }

    private static DatabaseAddress withRole(DatabaseAddress address) {
        return new DatabaseAddress(address.url(), address.user(), address.password());
    }

    @Test
    void withoutAnyAddressConnectionsAreRefusedAtOnce() throws InterruptedException {
        database.activate(settings(""));

        assertThat(database.awaitAddress(Duration.ofMillis(1))).isFalse();
        assertThatThrownBy(database::borrow).isInstanceOf(SQLException.class).hasMessageContaining("No database");
    }

    @Test
    void anAddressThatCannotBeReadIsNotReplacedByAnOfferedOne() {
        database.setOffered(first.address());
        database.activate(settings("mysql://db"));

        assertThatThrownBy(database::borrow).isInstanceOf(SQLException.class).hasMessageContaining("DATABASE_URL");
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Given(String url) implements Settings {
        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public int poolSize() {
            return 2;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Settings.class;
        }
    }
}
