package io.obox.persistence.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@Entity
@Table(name = "book")
class BookEntity {
    @Id
    private UUID id;

    private String title;
    private int pages;
    private Instant added;
    private String tags;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BookEntity() {}

    BookEntity(String title, int pages) {
        this.id = UUID.randomUUID();
        this.title = title;
        this.pages = pages;
        this.added = Instant.now().truncatedTo(ChronoUnit.MICROS);
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

    Instant added() {
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
