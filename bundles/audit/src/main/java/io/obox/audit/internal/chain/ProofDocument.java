package io.obox.audit.internal.chain;

import io.obox.audit.AuditProof;
import org.jspecify.annotations.Nullable;

/** What came of a check, as it is shown. */
public record ProofDocument(
        boolean sound,
        long records,
        long waiting,
        long last,
        String head,
        @Nullable Long wrong) implements AuditProof {}
