package io.obox.platform.internal.build;

import io.obox.platform.internal.message.UpdateMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** Builds of bundles under the name of their content, in {@code bundles} of the data folder. Thread-safe. */
public final class Archives {
    private static final String JAR = ".jar";
    private static final String PART = ".part";

    private final Path folder;

    /** Makes the folder with the first archive. */
    public Archives(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a build.
     *
     * @throws ProblemException {@code update-refused} where it is no bundle, {@code unavailable} where it can't be written
     */
    public BundleJar keep(InputStream content) {
        try {
            Path part = write(content);
            String digest = part.getFileName().toString().replace(PART, "");
            try {
                BundleJar read = BundleJar.read(part, digest);
                Files.move(part, file(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new BundleJar(file(digest), digest, read.symbolicName(), read.version());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.unavailable(UpdateMessage.NOT_KEPT.with(folder, String.valueOf(e.getMessage()))), e);
        }
    }

    /** Keeps the build that a bundle was installed from, so that it can come back; empty where that is no longer available. */
    public Optional<String> keep(Bundle bundle) throws IOException {
        String location = bundle.getLocation();
        if (location.startsWith(Standing.PREFIX)) {
            return Optional.of(location.substring(Standing.PREFIX.length()));
        }
        if (!location.startsWith("file:") || !Files.exists(Path.of(URI.create(location)))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(URI.create(location)))) {
            return Optional.of(keep(in).digest());
        }
    }

    /** A build that was kept. */
    public BundleJar find(String digest) {
        return BundleJar.read(file(digest), digest);
    }

    /** Deletes all builds but these and those that were kept since an instant, about which nothing may be written down yet. */
    public void forgetAllBut(Set<String> digests, Instant since) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> others = files.filter(file -> file.toString().endsWith(JAR))
                    .filter(file ->
                            !digests.contains(file.getFileName().toString().replace(JAR, "")))
                    .toList();
            for (Path file : others) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String digest) {
        return folder.resolve(digest + JAR);
    }

    /** Writes all of it to the disk, under the name of its content. */
    private Path write(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "build", PART);
        MessageDigest sum = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), sum)) {
            content.transferTo(out);
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Path named = folder.resolve(HexFormat.of().formatHex(sum.digest()) + PART);
        return Files.move(part, named, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
