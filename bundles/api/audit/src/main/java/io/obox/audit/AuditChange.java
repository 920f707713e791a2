package io.obox.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What became of an attribute of an object. Jackson writes it as the document that REST answers with. */
@ProviderType
public interface AuditChange {
    /** The attribute's name in REST documents, or a setting's key. */
    String attribute();

    /** What it was, or null for nothing. */
    @Nullable
    String before();

    /** What it is now, or null for nothing. */
    @Nullable
    String after();
}
