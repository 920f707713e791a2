package io.obox.audit.internal.log;

import io.obox.audit.AuditChange;
import org.jspecify.annotations.Nullable;

/** A change, as it is shown. */
public record AuditChangeDocument(
        String attribute, @Nullable String before, @Nullable String after) implements AuditChange {}
