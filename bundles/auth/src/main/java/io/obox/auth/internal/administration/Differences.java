package io.obox.auth.internal.administration;

import io.obox.audit.AuditEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the audit log says of a change. */
final class Differences {
    private Differences() {}

    /** Notes each attribute that changes. */
    static void note(AuditEntry.Builder entry, Standing before, Standing after) {
        note(entry, "role", before.role(), after.role());
        note(entry, "state", before.state(), after.state());
        note(entry, "quota.vms", before.quota().vms(), after.quota().vms());
        note(entry, "quota.vcpus", before.quota().vcpus(), after.quota().vcpus());
        note(entry, "quota.memoryMib", before.quota().memoryMib(), after.quota().memoryMib());
        note(entry, "quota.diskGib", before.quota().diskGib(), after.quota().diskGib());
    }

    private static void note(
            AuditEntry.Builder entry, String attribute, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            entry.change(attribute, text(before), text(after));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
