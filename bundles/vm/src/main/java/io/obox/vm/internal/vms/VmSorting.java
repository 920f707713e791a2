package io.obox.vm.internal.vms;

import io.obox.vm.VmOrder;
import io.obox.vm.internal.search.Condition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in SQL. Its last column is always the id, which no two VMs share and which grows with time; so a page goes on exactly
 * where the one before has ended, whatever came or went meanwhile.
 */
record VmSorting(VmOrder order) implements RowOrder {
    private static final String SEPARATOR = "~";

    @Override
    public String columns() {
        String column = column();
        return (column == null ? "null" : column) + " as value, v.id as id";
    }

    @Override
    public String clause() {
        String direction = order.isDescending() ? " desc" : "";
        String column = column();
        return " order by " + (column == null ? "" : column + direction + ", ") + "v.id" + direction;
    }

    @Override
    public Condition after(String cursor) {
        Place place = place(cursor);
        String sign = order.isDescending() ? "<" : ">";
        String column = column();
        return column == null || place.value() == null
                ? Condition.of("v.id " + sign + " ?", place.id())
                : Condition.of("(" + column + ", v.id) " + sign + " (?, ?)", place.value(), place.id());
    }

    @Override
    public String cursor(Place last) {
        Object value = last.value();
        return value == null
                ? last.id().toString()
                : String.join(
                        SEPARATOR, order.toString(), value.toString(), last.id().toString());
    }

    private Place place(String cursor) {
        String[] parts = cursor.split(SEPARATOR, -1);
        if (column() == null) {
            return new Place(null, UUID.fromString(cursor));
        }
        if (parts.length != 3 || !parts[0].equals(order.toString())) {
            throw new IllegalArgumentException("This is no cursor of the order " + order + ".");
        }
        return new Place(read(parts[1]), UUID.fromString(parts[2]));
    }

    private Object read(String text) {
        return switch (order.key()) {
            case VCPUS, MEMORY_MIB, DISK_GIB -> Integer.valueOf(text);
            default -> text;
        };
    }

    /** The column before the id; null where the id says it all. */
    private @Nullable String column() {
        return switch (order.key()) {
            case NAME -> "v.name";
            case STATE -> "v.state";
            case VCPUS -> "v.vcpus";
            case MEMORY_MIB -> "v.memory_mib";
            case DISK_GIB -> "v.disk_gib";
            default -> null;
        };
    }
}
