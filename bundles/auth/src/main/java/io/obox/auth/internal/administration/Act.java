package io.obox.auth.internal.administration;

import io.obox.audit.AuditEntry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants to do with an account.
 *
 * @param accountId null for one that is still to be made
 */
public record Act(String action, Asker asker, @Nullable UUID accountId) {
    /** What all of this is done to. */
    public static final String ACCOUNT = "account";

    /** Until it is known what the account is called. */
    AuditEntry.Builder entry() {
        return AuditEntry.builder(action)
                .by(asker.caller())
                .from(asker.address())
                .on(ACCOUNT, accountId == null ? null : accountId.toString(), "");
    }

    /** Says what the account is called. */
    public static void name(AuditEntry.Builder entry, ManagedAccount account) {
        entry.on(ACCOUNT, account.id().toString(), account.email());
    }
}
