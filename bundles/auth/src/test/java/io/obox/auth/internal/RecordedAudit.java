package io.obox.auth.internal;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was recorded. */
public final class RecordedAudit implements AuditLog {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    /** All of it, in its order. */
    public List<AuditEntry> entries() {
        return entries;
    }

    @Override
    public void record(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void recordIndependently(AuditEntry entry) {
        entries.add(entry);
    }
}
