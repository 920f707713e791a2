package io.obox.product.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Has PostgreSQL itself write down every change of some tables from now on, however short it lasts. */
public final class RowChanges {
    private final DataSource database;

    /** Of these tables; that a host was seen again is no change. */
    public RowChanges(DataSource database, List<String> tables) throws SQLException {
        this.database = database;
        execute("""
                create table row_change (what text not null);
                create function note_row_change() returns trigger language plpgsql as $$
                begin
                    if to_jsonb(old) - 'seen_at' is distinct from to_jsonb(new) - 'seen_at' then
                        insert into row_change values (concat_ws(' ', clock_timestamp(), tg_op, tg_table_name, old, '->', new));
                    end if;
                    return null;
                end $$""");
        for (String table : tables) {
            execute("create trigger note_row_change after insert or update or delete on " + table
                    + " for each row execute function note_row_change()");
        }
    }

    /** What has changed so far, in words. */
    public List<String> all() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select what from row_change")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
