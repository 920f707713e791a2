package io.obox.settings.internal.store;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tables {@code setting_group} and {@code setting}. */
@Component(service = SettingTable.class)
public final class SettingTable {
    private static final String COLUMNS =
            "select g.pid, g.version, g.changed_at, g.changed_by, s.name, s.value, s.sealed"
                    + " from setting_group g left join setting s on s.pid = g.pid";
    private static final Sql ALL = new Sql(COLUMNS);
    private static final Sql ONE = new Sql(COLUMNS + " where g.pid = ?");
    private static final Sql BEGIN = new Sql(
            "insert into setting_group (pid, version, changed_by) values (?, 0, '') on conflict (pid) do nothing");
    private static final Sql LOCK = new Sql("select version from setting_group where pid = ? for update");
    private static final Sql COUNT =
            new Sql("update setting_group set version = version + 1, changed_at = now(), changed_by = ? where pid = ?");
    private static final Sql SET = new Sql("""
            insert into setting (pid, name, value, sealed) values (?, ?, ?, ?)
            on conflict (pid, name) do update set value = excluded.value, sealed = excluded.sealed""");
    private static final Sql UNSET = new Sql("delete from setting where pid = ? and name = ?");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public SettingTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Everything that is set, by its PID. */
    public Map<String, StoredGroup> all() {
        return groups(transactions.sql(connection -> ALL.query(connection, Line::read)));
    }

    /** What is set under a PID. */
    public StoredGroup find(String pid) {
        return Optional.ofNullable(groups(transactions.sql(connection -> ONE.query(connection, Line::read, pid)))
                        .get(pid))
                .orElse(StoredGroup.none(pid));
    }

    /** The same, for nobody else to change until the end of the transaction. */
    public StoredGroup lock(String pid) {
        transactions.sql(connection -> {
            BEGIN.update(connection, pid);
            return LOCK.query(connection, row -> row.getLong(1), pid);
        });
        return find(pid);
    }

    /** Sets values, or takes them away where they are null. */
    public void write(String pid, Map<String, @Nullable StoredValue> values, String who) {
        transactions.sql(connection -> {
            int written = COUNT.update(connection, who, pid);
            for (Map.Entry<String, @Nullable StoredValue> entry : values.entrySet()) {
                StoredValue value = entry.getValue();
                if (value == null) {
                    UNSET.update(connection, pid, entry.getKey());
                } else {
                    SET.update(connection, pid, entry.getKey(), value.text(), value.sealed());
                }
            }
            return written;
        });
    }

    private static Map<String, StoredGroup> groups(List<Line> lines) {
        Map<String, StoredGroup> groups = new HashMap<>();
        for (Line line : lines) {
            groups.merge(line.group().pid(), line.group(), SettingTable::joined);
        }
        return groups;
    }

    private static StoredGroup joined(StoredGroup one, StoredGroup other) {
        Map<String, StoredValue> values = new HashMap<>(one.values());
        values.putAll(other.values());
        return new StoredGroup(one.pid(), one.version(), one.changedAt(), one.changedBy(), Map.copyOf(values));
    }

    private record Line(StoredGroup group) {
        static Line read(ResultSet row) throws SQLException {
            String name = row.getString("name");
            long version = row.getLong("version");
            return new Line(new StoredGroup(
                    row.getString("pid"),
                    version,
                    version == 0 ? null : Columns.instant(row, "changed_at"),
                    version == 0 ? null : row.getString("changed_by"),
                    name == null
                            ? Map.of()
                            : Map.of(name, new StoredValue(row.getString("value"), row.getBytes("sealed")))));
        }
    }
}
