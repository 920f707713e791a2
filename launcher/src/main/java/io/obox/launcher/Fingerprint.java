package io.obox.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32C;

/** Sums up which files there are, where, how large and how old; their contents are not read, for the sake of speed. */
final class Fingerprint {
    private final CRC32C sum = new CRC32C();
    private int files;

    /** Of a single file. */
    static Fingerprint of(Path file) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(file);
        return fingerprint;
    }

    void add(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String line = file.toAbsolutePath() + " " + attributes.size() + " " + attributes.lastModifiedTime() + "\n";
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        files++;
    }

    @Override
    public String toString() {
        return files + "-" + Long.toHexString(sum.getValue());
    }
}
