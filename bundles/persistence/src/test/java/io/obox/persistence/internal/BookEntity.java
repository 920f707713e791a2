package io.obox.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

@Entity
@Table(name = "book")
class BookEntity {
    @Id
    private UUID id;

    private String title;
    private int pages;
    private OffsetDateTime added;
    private String tags;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BookEntity() {}

    BookEntity(String title, int pages) {
        this.id = UUID.randomUUID();
        this.title = title;
        this.pages = pages;
        this.added = OffsetDateTime.now(ZoneOffset.UTC);
        this.tags = "{\"shelf\": \"a\"}";
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    int pages() {
        return pages;
    }

    OffsetDateTime added() {
        return added;
    }

    String tags() {
        return tags;
    }

    long version() {
        return version;
    }

    void pages(int count) {
        pages = count;
    }
}
