package io.obox.audit.internal.chain;

import io.obox.audit.AuditChange;
import io.obox.audit.internal.log.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a record: SHA-256 over the hash of the one before it, the number, and all that the record says, in the order of its
 * attributes. A text is the number of its bytes in UTF-8 in four bytes, and these bytes; -1 stands for none. So no two records
 * are the same bytes.
 */
final class Link {
    private static final int NONE = -1;

    private final MessageDigest digest;

    private Link(byte[] before) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
        digest.update(before);
    }

    /** What the record has for a hash with this number, behind a record with that hash. */
    static byte[] hash(byte[] before, long number, StoredRecord record) {
        Link link = new Link(before);
        link.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        link.add(record.id());
        link.add(microseconds(record.at()));
        link.add(record.userId());
        link.add(record.who());
        link.add(record.credential());
        link.add(record.sessionId());
        link.add(record.action());
        link.add(record.objectType());
        link.add(record.objectId());
        link.add(record.objectName());
        link.add(record.address());
        link.add(record.problem());
        for (AuditChange change : record.changes()) {
            link.add(change.attribute());
            link.add(change.before());
            link.add(change.after());
        }
        return link.digest.digest();
    }

    /** As the database keeps times. */
    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private void add(@Nullable Object value) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        int length = value == null ? NONE : bytes.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        digest.update(bytes);
    }
}
