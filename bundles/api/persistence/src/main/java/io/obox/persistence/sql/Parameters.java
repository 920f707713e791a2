package io.obox.persistence.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values of Java go into a statement. */
final class Parameters {
    private Parameters() {}

    static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, utc(instant));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case UUID[] ids -> array(statement, index, "uuid", ids);
            case String[] texts -> array(statement, index, "text", texts);
            case Long[] numbers -> array(statement, index, "bigint", numbers);
            case Integer[] numbers -> array(statement, index, "integer", numbers);
            case Instant[] instants -> array(statement, index, "timestamptz", utc(instants));
            default -> statement.setObject(index, value);
        }
    }

    private static void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String[] utc(Instant[] instants) {
        String[] texts = new String[instants.length];
        for (int i = 0; i < instants.length; i++) {
            texts[i] = instants[i].toString();
        }
        return texts;
    }
}
