package io.obox.auth.internal.view;

import io.obox.user.Owner;
import io.obox.version.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A view as it is shown; see {@link ViewContent}. */
public record SavedViewDocument(
        UUID id,
        String page,
        String name,
        String q,
        @Nullable String sort,
        List<String> columns,
        boolean shared,
        Owner owner,
        Instant createdAt,
        long version)
        implements Versioned {}
