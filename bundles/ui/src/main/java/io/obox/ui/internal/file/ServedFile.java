package io.obox.ui.internal.file;

import io.obox.version.EntityTags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of the page or of a contribution, ready to be sent. */
public final class ServedFile {
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
    public ServedFile(MediaType type, boolean lasting, byte[] content) {
        this.type = type;
        this.lasting = lasting;
        this.plain = content.clone();
        this.packed = gzip(content);
        this.tag = digest(content);
    }

    /** What it is. */
    public MediaType type() {
        return type;
    }

    /** For how long it may be kept. */
    public String cacheControl() {
        return lasting ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /** The entity tag of one of the two forms, with its quotation marks. */
    public String tag(boolean gzip) {
        return gzip ? "\"" + tag + "-gz\"" : "\"" + tag + "\"";
    }

    /** What it holds, in one of the two forms. */
    public byte[] content(boolean gzip) {
        return gzip ? packed : plain;
    }

    /** Answers a request with it, or with the word that the browser has it. Headers that were set before stay. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean gzip = takesGzip(request.getHeader("Accept-Encoding"));
        String named = tag(gzip);
        response.setHeader("Cache-Control", cacheControl());
        response.setHeader("ETag", named);
        response.setHeader("Vary", "Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.parse(known).name(named)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type.text());
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] content = content(gzip);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean takesGzip(@Nullable String codings) {
        return codings != null && codings.contains("gzip");
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
