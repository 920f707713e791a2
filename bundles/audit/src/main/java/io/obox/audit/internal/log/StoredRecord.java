package io.obox.audit.internal.log;

import io.obox.audit.AuditChange;
import io.obox.audit.AuditRecord;
import io.obox.audit.Outcome;
import io.obox.persistence.sql.Columns;
import io.obox.user.Credential;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as its row has it, and as it is shown. */
public record StoredRecord(
        UUID id,
        @Nullable Long number,
        Instant at,
        @Nullable UUID userId,
        String who,
        @Nullable Credential credential,
        @Nullable UUID sessionId,
        String action,
        String objectType,
        @Nullable String objectId,
        String objectName,
        @Nullable String address,
        Outcome outcome,
        @Nullable String problem,
        List<AuditChangeDocument> changes,
        @Nullable String hash)
        implements AuditRecord {
    /** What {@link #read} needs. */
    public static final String COLUMNS =
            "id, number, at, user_id, who, credential, session_id, action, object_type, object_id,"
                    + " object_name, address, problem, changes, hash";

    private static final int PARTS = 3;

    /** The row that a result of {@link #COLUMNS} stands on. */
    public static StoredRecord read(ResultSet row) throws SQLException {
        String credential = row.getString("credential");
        String problem = row.getString("problem");
        byte[] hash = row.getBytes("hash");
        return new StoredRecord(
                Columns.id(row, "id"),
                row.getObject("number", Long.class),
                Columns.instant(row, "at"),
                row.getObject("user_id", UUID.class),
                row.getString("who"),
                credential == null ? null : Credential.valueOf(credential),
                row.getObject("session_id", UUID.class),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("object_name"),
                row.getString("address"),
                problem == null ? Outcome.DONE : Outcome.REFUSED,
                problem,
                changes((String[]) row.getArray("changes").getArray()),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }

    private static List<AuditChangeDocument> changes(@Nullable String[] parts) {
        List<AuditChangeDocument> changes = new ArrayList<>();
        for (int i = 0; i < parts.length; i += PARTS) {
            changes.add(new AuditChangeDocument(String.valueOf(parts[i]), parts[i + 1], parts[i + 2]));
        }
        return List.copyOf(changes);
    }

    /** Changes as the table keeps them. */
    static @Nullable String[] parts(List<? extends AuditChange> changes) {
        @Nullable String[] parts = new String[changes.size() * PARTS];
        for (int i = 0; i < changes.size(); i++) {
            AuditChange change = changes.get(i);
            parts[i * PARTS] = change.attribute();
            parts[i * PARTS + 1] = change.before();
            parts[i * PARTS + 2] = change.after();
        }
        return parts;
    }
}
