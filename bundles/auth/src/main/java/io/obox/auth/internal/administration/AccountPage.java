package io.obox.auth.internal.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of accounts.
 *
 * @param total how many there are on all pages; left out unless it is asked for
 */
public record AccountPage(
        List<ManagedAccount> items,
        @Nullable String nextCursor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {}
