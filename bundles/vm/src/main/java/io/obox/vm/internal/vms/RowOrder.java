package io.obox.vm.internal.vms;

import io.obox.persistence.sql.Columns;
import io.obox.vm.internal.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of rows in SQL that no two of them share, so that a page goes on exactly where the one before has ended. */
interface RowOrder {
    /** A row's place in the order. */
    record Place(@Nullable Object value, UUID id) {
        static Place of(ResultSet row) throws SQLException {
            return new Place(row.getObject("value"), Columns.id(row, "id"));
        }
    }

    /** What a {@link Place} is read from. */
    String columns();

    /** It ends a statement, but for a limit. */
    String clause();

    /**
     * The rows after a cursor.
     *
     * @throws IllegalArgumentException for what is no cursor of this order
     */
    Condition after(String cursor);

    /** What a page that ends here gives for the next one. */
    String cursor(Place last);
}
