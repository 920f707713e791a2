package io.obox.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What came of a check of the chain. Immutable. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface AuditProof {
    /** Whether no record was changed and none is missing between the first and the last. */
    boolean sound();

    /** How many records were checked. */
    long records();

    /** How many records have no place in the chain yet. */
    long waiting();

    /** The number of the last record of the chain; 0 where there is none. */
    long last();

    /**
     * The hash of the last record. Whoever notes it elsewhere can tell later whether records were cut off at the end, or the whole
     * chain was made anew.
     */
    String head();

    /** The number of the first record that was changed or is missing; null where all are right. */
    @Nullable
    Long wrong();
}
