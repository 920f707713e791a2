package io.obox.vm.internal.vms;

import io.obox.vm.internal.search.Condition;
import java.util.UUID;

/** What was deleted last comes first. */
record BinOrder() implements RowOrder {
    private static final String SEPARATOR = "~";

    @Override
    public String columns() {
        return "(extract(epoch from v.deleted_at) * 1000000)::bigint as value, v.id as id";
    }

    @Override
    public String clause() {
        return " order by v.deleted_at desc, v.id desc";
    }

    @Override
    public Condition after(String cursor) {
        String[] parts = cursor.split(SEPARATOR, -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("This is no cursor of the bin.");
        }
        return Condition.of(
                "(v.deleted_at, v.id) < (timestamptz 'epoch' + ? * interval '1 microsecond', ?)",
                Long.valueOf(parts[0]),
                UUID.fromString(parts[1]));
    }

    @Override
    public String cursor(Place last) {
        return last.value() + SEPARATOR + last.id();
    }
}
