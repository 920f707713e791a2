package io.obox.settings.internal.kit;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** What would be in the audit log. */
public final class RecordedAudit implements AuditLog {
    public final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void recordIndependently(AuditEntry entry) {
        entries.add(entry);
    }
}
