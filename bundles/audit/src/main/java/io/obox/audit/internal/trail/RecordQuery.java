package io.obox.audit.internal.trail;

import io.obox.audit.AuditFilter;
import io.obox.audit.Outcome;
import io.obox.audit.internal.log.StoredRecord;
import io.obox.persistence.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as conditions on the table. The text of a statement has constants only. */
final class RecordQuery {
    private final StringBuilder conditions = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** A statement with its parameters. */
    record Bounded(Sql sql, Object[] parameters) {}

    private RecordQuery() {}

    static Bounded of(UUID id) {
        return new RecordQuery().where("id = ?", id).newestFirst(1);
    }

    static RecordQuery of(AuditFilter filter) {
        RecordQuery query = new RecordQuery();
        String text = part(filter.text());
        query.where(
                "(who ilike ? or action ilike ? or object_name ilike ? or address ilike ?)", text, text, text, text);
        query.idOr(filter.who(), "user_id = ?", "who ilike ?");
        query.where("action like ?", filter.what() == null ? null : escaped(filter.what()) + "%");
        query.where("(object_id = ? or object_name ilike ?)", filter.object(), part(filter.object()));
        query.where("at >= ?", filter.from());
        query.where("at < ?", filter.to());
        if (filter.outcome() != null) {
            query.conditions.append(
                    filter.outcome() == Outcome.DONE ? " and problem is null" : " and problem is not null");
        }
        return query;
    }

    RecordQuery before(@Nullable UUID id) {
        return where("id < ?", id);
    }

    RecordQuery after(@Nullable UUID id) {
        return where("id > ?", id);
    }

    Bounded newestFirst(int limit) {
        return ordered(" order by id desc limit ?", limit);
    }

    Bounded oldestFirst(int limit) {
        return ordered(" order by id limit ?", limit);
    }

    private Bounded ordered(String order, int limit) {
        List<Object> all = new ArrayList<>(values);
        all.add(limit);
        return new Bounded(
                new Sql("select " + StoredRecord.COLUMNS + " from audit_record where " + conditions + order),
                all.toArray());
    }

    private void idOr(@Nullable String text, String byId, String byName) {
        Optional<UUID> id = Optional.ofNullable(text).flatMap(RecordQuery::id);
        if (id.isPresent()) {
            where(byId, id.get());
        } else {
            where(byName, part(text));
        }
    }

    /** Where none of the values is null. */
    private RecordQuery where(String condition, @Nullable Object... needed) {
        List<Object> given = new ArrayList<>();
        for (Object value : needed) {
            if (value == null) {
                return this;
            }
            given.add(value);
        }
        conditions.append(" and ").append(condition);
        values.addAll(given);
        return this;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String part(@Nullable String text) {
        return text == null ? null : "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
