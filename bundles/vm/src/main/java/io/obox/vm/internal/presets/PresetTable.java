package io.obox.vm.internal.presets;

import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The presets that there are. */
@Component(service = PresetTable.class)
public final class PresetTable {
    /** Nobody chooses from more, and a list without pages has to end. */
    static final int MAX = 100;

    private static final Sql ALL = new Sql("""
            select name, vcpus, memory_mib, disk_gib, version from vm_preset order by memory_mib, vcpus, disk_gib, name""");

    /** Counts before it adds; whoever adds the last ones at the same moment may exceed the number by one. */
    private static final Sql PUT = new Sql("""
            insert into vm_preset as p (name, vcpus, memory_mib, disk_gib)
            select ?, ?, ?, ?
            where (select count(*) from vm_preset) < ? or exists (select 1 from vm_preset where name = ?)
            on conflict (name) do update set vcpus = excluded.vcpus, memory_mib = excluded.memory_mib,
                disk_gib = excluded.disk_gib, version = p.version + 1
            returning name, vcpus, memory_mib, disk_gib, version""");

    private static final Sql LOCK = new Sql("""
            select name, vcpus, memory_mib, disk_gib, version from vm_preset where name = ? for update""");

    private static final Sql REMOVE = new Sql("delete from vm_preset where name = ?");

    private final Transactions transactions;

    /** On the bundle's own tables. */
    @Activate
    public PresetTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    List<Preset> all() {
        return transactions.sql(connection -> ALL.query(connection, PresetTable::preset));
    }

    /** The one of this name, which nobody else changes until the transaction ends. */
    Optional<Preset> locked(String name) {
        return transactions.sql(connection -> LOCK.first(connection, PresetTable::preset, name));
    }

    /** Adds it, or has it replace the one of its name: as it is then, or empty if there is no room for it. */
    Optional<Preset> put(Preset preset) {
        return transactions.sql(connection -> PUT.first(
                connection,
                PresetTable::preset,
                preset.name(),
                preset.vcpus(),
                preset.memoryMib(),
                preset.diskGib(),
                MAX,
                preset.name()));
    }

    /** Takes it away; whether it was there. */
    boolean remove(String name) {
        return transactions.sql(connection -> REMOVE.update(connection, name)) > 0;
    }

    private static Preset preset(ResultSet row) throws SQLException {
        return new Preset(
                row.getString("name"),
                row.getInt("vcpus"),
                row.getInt("memory_mib"),
                row.getInt("disk_gib"),
                row.getLong("version"));
    }
}
