package io.obox.ui.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file of the page, ready to be sent. */
final class PageFile {
    private static final int TAG_BYTES = 12;

    private final MediaType type;
    private final boolean lasting;
    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    /**
     * Packs the content once for all.
     *
     * @param lasting whether the file's name changes with its content, so that it may be kept for good
     */
    PageFile(MediaType type, boolean lasting, byte[] content) {
        this.type = type;
        this.lasting = lasting;
        this.plain = content.clone();
        this.packed = gzip(content);
        this.tag = digest(content);
    }

    MediaType type() {
        return type;
    }

    String cacheControl() {
        return lasting ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** The entity tag of one of the two forms, with its quotation marks. */
    String tag(boolean gzip) {
        return gzip ? "\"" + tag + "-gz\"" : "\"" + tag + "\"";
    }

    byte[] content(boolean gzip) {
        return gzip ? packed : plain;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
