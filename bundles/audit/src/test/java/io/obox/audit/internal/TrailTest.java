package io.obox.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditFilter;
import io.obox.audit.AuditRecord;
import io.obox.audit.Outcome;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.user.Credential;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final AuditKit kit = new AuditKit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void aRecordTellsWhoDidWhatToWhichObjectFromWhere() {
        kit.changed(AuditKit.ANN, "quota");

        AuditRecord record = only(AuditFilter.ANY);

        assertThat(record.userId()).isEqualTo(AuditKit.ANN.userId());
        assertThat(record.who()).isEqualTo("ann@example.org");
        assertThat(record.credential()).isEqualTo(Credential.SESSION);
        assertThat(record.sessionId()).isEqualTo(AuditKit.ANN.sessionId());
        assertThat(record.action()).isEqualTo("setting.change");
        assertThat(record.objectType()).isEqualTo("setting");
        assertThat(record.objectId()).isEqualTo("quota");
        assertThat(record.address()).isEqualTo("192.0.2.7");
        assertThat(record.outcome()).isEqualTo(Outcome.DONE);
        assertThat(record.changes()).singleElement().satisfies(change -> {
            assertThat(change.attribute()).isEqualTo("value");
            assertThat(change.before()).isEqualTo("old");
            assertThat(change.after()).isEqualTo("new");
        });
    }

    @Test
    void aPartOfWhatPeopleSeeFindsARecord() {
        kit.changed(AuditKit.ANN, "quota");
        for (String part : List.of("ANN@", "ting.ch", "192.0.2")) {
            assertThat(only(AuditFilter.builder().text(part).build()).objectId())
                    .isEqualTo("quota");
        }
        assertThat(kit.trail
                        .list(AuditKit.ADMIN, AuditFilter.builder().text("%").build(), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void oneRecordIsShownToAdministratorsOnly() {
        kit.changed(AuditKit.ANN, "quota");
        UUID id = only(AuditFilter.ANY).id();
        assertThat(kit.trail.get(AuditKit.ADMIN, id).objectId()).isEqualTo("quota");
        assertThatThrownBy(() -> kit.trail.get(AuditKit.ANN, id)).hasMessageContaining("Only administrators");
        assertThatThrownBy(() -> kit.trail.get(AuditKit.ADMIN, UUID.randomUUID()))
                .hasMessageContaining("no such");
    }

    @Test
    void whatIsRolledBackIsNotRecordedButItsRefusalIs() {
        assertThatThrownBy(() -> kit.transactions.sql(connection -> {
                    kit.changed(AuditKit.ANN, "undone");
                    kit.log.recordIndependently(AuditKit.entry(AuditKit.ANN, "refused")
                            .refused("forbidden")
                            .build());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        AuditRecord record = only(AuditFilter.ANY);
        assertThat(record.objectId()).isEqualTo("refused");
        assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(record.problem()).isEqualTo("forbidden");
    }

    @Test
    void whoeverIsNotLoggedInIsWhoTheySay() {
        kit.log.record(AuditEntry.builder("session.open")
                .by("mallory\0@example.org\r\nforged")
                .refused("unauthenticated")
                .build());

        AuditRecord record = only(AuditFilter.ANY);
        assertThat(record.userId()).isNull();
        assertThat(record.credential()).isNull();
        assertThat(record.who()).isEqualTo("mallory@example.org\r\nforged");
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        kit.changed(AuditKit.ANN, "x".repeat(5_000));

        assertThat(only(AuditFilter.ANY).objectName()).hasSize(1_000);
    }

    @Test
    void theyAreFoundByEachOfTheirParts() {
        kit.changed(AuditKit.ANN, "a_b%c");
        kit.changed(AuditKit.ADMIN, "axbyc");
        kit.log.record(
                AuditEntry.builder("session.open").by("x").refused("forbidden").build());

        assertThat(names(AuditFilter.builder().who("ANN@").build())).containsExactly("a_b%c");
        assertThat(names(AuditFilter.builder()
                        .who(AuditKit.ADMIN.userId().toString())
                        .build()))
                .containsExactly("axbyc");
        assertThat(names(AuditFilter.builder().what("setting").build())).containsExactly("axbyc", "a_b%c");
        assertThat(names(AuditFilter.builder().what("s_ssion").build())).isEmpty();
        assertThat(names(AuditFilter.builder().object("a_b%").build())).containsExactly("a_b%c");
        assertThat(names(AuditFilter.builder().outcome(Outcome.REFUSED).build()))
                .containsExactly("");
        assertThat(names(AuditFilter.builder().outcome(Outcome.DONE).build())).hasSize(2);
    }

    @Test
    void theyAreFoundByTheirTime() {
        kit.changed(AuditKit.ANN, "early");
        kit.run("update audit_record set at = '2026-01-01T00:00:00Z'");
        kit.changed(AuditKit.ANN, "late");
        Instant border = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(names(AuditFilter.builder().to(border).build())).isEmpty();
        assertThat(names(AuditFilter.builder().from(border).build())).containsExactly("late", "early");
        assertThat(names(AuditFilter.builder()
                        .from(border.plus(1, ChronoUnit.MILLIS))
                        .build()))
                .containsExactly("late");
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        List.of("1", "2", "3", "4", "5").forEach(name -> kit.changed(AuditKit.ANN, name));
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<AuditRecord> page = kit.trail.list(AuditKit.ADMIN, AuditFilter.ANY, new PageRequest(2, cursor));
            page.items().forEach(record -> read.add(record.objectName()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(read).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void allOfThemAreReadInBitesOldestFirst() {
        kit.run("""
                insert into audit_record (id, who, action, object_type, object_name, changes)
                select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, '', 'a.b', '', i::text, '{}'
                from generate_series(1, 1201) i""");

        assertThat(kit.trail.all(AuditKit.ADMIN, AuditFilter.ANY).map(AuditRecord::objectName))
                .hasSize(1201)
                .startsWith("1", "2")
                .endsWith("1200", "1201");
    }

    @Test
    void onlyAdministratorsReadThem() {
        assertThatThrownBy(() -> kit.trail.list(AuditKit.ANN, AuditFilter.ANY, PageRequest.first()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> kit.trail.all(AuditKit.ANN, AuditFilter.ANY)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> kit.trail.verify(AuditKit.ANN)).isInstanceOf(ProblemException.class);
    }

    private AuditRecord only(AuditFilter filter) {
        List<AuditRecord> found = list(filter);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> names(AuditFilter filter) {
        return list(filter).stream().map(AuditRecord::objectName).toList();
    }

    private List<AuditRecord> list(AuditFilter filter) {
        return kit.trail.list(AuditKit.ADMIN, filter, PageRequest.first()).items();
    }
}
