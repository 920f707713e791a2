package io.obox.auth.internal.view;

import io.obox.auth.internal.account.Density;
import io.obox.user.Owner;
import io.obox.version.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A view as it is shown; see {@link ViewContent} and {@link ListSettings}. */
public record SavedViewDocument(
        UUID id,
        String page,
        String name,
        String q,
        @Nullable String state,
        @Nullable String sort,
        List<String> columns,
        @Nullable Density density,
        boolean shared,
        Owner owner,
        Instant createdAt,
        long version)
        implements Versioned {}
