package io.obox.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.persistence.testkit.TestDatabase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the helper for SQL promises, against PostgreSQL. */
final class SqlTest {
    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.test", SqlTest.class, List.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void valuesComeBackAsTheyWent() {
        UUID id = new UUID(1, 2);
        Instant at = Instant.parse("2026-01-02T03:04:05.678901Z");
        record Row(UUID id, Instant at, @Nullable Instant never, String day, long number, String bytes) {}

        List<Row> rows = query(
                """
                select ?::uuid as id, ?::timestamptz as at, ?::timestamptz as never, ? as day, ?::bigint as number,
                    encode(?::bytea, 'hex') as bytes""",
                row -> new Row(
                        Columns.id(row, "id"),
                        Columns.instant(row, "at"),
                        Columns.instantOrNull(row, "never"),
                        row.getString("day"),
                        row.getLong("number"),
                        row.getString("bytes")),
                id,
                at,
                null,
                DayOfWeek.MONDAY,
                7L,
                new byte[] {1, 2});

        assertThat(rows).containsExactly(new Row(id, at, null, "MONDAY", 7, "0102"));
    }

    @Test
    void arraysComeBackAsTheyWent() {
        assertThat(query(
                        "select concat_ws(' ', i, t, n) as line from unnest(?::uuid[], ?::text[], ?::bigint[]) as x (i, t, n)",
                        row -> row.getString("line"),
                        new UUID[] {new UUID(0, 1), new UUID(0, 2)},
                        new String[] {"a", "b"},
                        new Long[] {3L, 4L}))
                .containsExactly(new UUID(0, 1) + " a 3", new UUID(0, 2) + " b 4");
        assertThat(query(
                        "select extract(year from t)::integer as year from unnest(?::timestamptz[]) as x (t)",
                        row -> row.getInt("year"),
                        (Object) new Instant[] {Instant.EPOCH}))
                .containsExactly(1970);
    }

    @Test
    void itTellsHowManyRowsWereWritten() {
        update("create table thing (id int primary key)");

        assertThat(update("insert into thing select * from generate_series(1, ?)", 5))
                .isEqualTo(5);
        assertThat(update("delete from thing where id > ?", 3)).isEqualTo(2);
        assertThat(query("delete from thing where id = ? returning id", row -> row.getInt("id"), 1))
                .containsExactly(1);
    }

    private int update(String sql, @Nullable Object... parameters) {
        return transactions.sql(connection -> new Sql(sql).update(connection, parameters));
    }

    private <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return transactions.sql(connection -> new Sql(sql).query(connection, reader, parameters));
    }
}
