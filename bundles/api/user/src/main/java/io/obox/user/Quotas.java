package io.obox.user;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How much users may have. Whoever gives out something counts it, and refuses with {@code quota-exceeded} what would be too
 * much. Thread-safe; answers from memory.
 */
@ProviderType
public interface Quotas {
    /** What this user may have, whether the account exists or not. */
    Quota of(UUID userId);
}
