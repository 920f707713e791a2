package io.obox.auth.internal.view;

import io.obox.auth.internal.account.Density;
import io.obox.user.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code saved_view}. */
@Entity
@Table(name = "saved_view")
public class SavedViewEntity {
    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String page;

    private String name;

    private String q;

    private @Nullable String state;

    private @Nullable String sort;

    private String columns;

    @Enumerated(EnumType.STRING)
    private @Nullable Density density;

    private boolean shared;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    /** For JPA. */
    protected SavedViewEntity() {}

    static SavedViewEntity of(UUID id, UUID ownerId, ViewContent accepted, Instant now) {
        SavedViewEntity entity = new SavedViewEntity();
        entity.id = id;
        entity.ownerId = ownerId;
        entity.page = Objects.requireNonNull(accepted.page());
        entity.createdAt = now;
        entity.become(accepted);
        return entity;
    }

    final void become(ViewContent accepted) {
        name = Objects.requireNonNull(accepted.name());
        shared = accepted.shared();
        ListSettings list = accepted.list();
        q = Objects.requireNonNull(list.q());
        state = list.state();
        sort = list.sort();
        columns = String.join("\n", list.columns());
        density = list.density();
    }

    UUID id() {
        return id;
    }

    UUID ownerId() {
        return ownerId;
    }

    boolean shared() {
        return shared;
    }

    long version() {
        return version;
    }

    ViewContent content() {
        return new ViewContent(page, name, shared, new ListSettings(q, state, sort, List.copyOf(columns()), density));
    }

    SavedViewDocument toDocument(String email) {
        return new SavedViewDocument(
                id,
                page,
                name,
                q,
                state,
                sort,
                columns(),
                density,
                shared,
                new Owner(ownerId, email),
                createdAt,
                version);
    }

    private List<String> columns() {
        return columns.isEmpty() ? List.of() : List.of(columns.split("\n", -1));
    }
}
