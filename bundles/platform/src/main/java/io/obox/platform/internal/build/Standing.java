package io.obox.platform.internal.build;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/**
 * Which builds stand in the place of others on this node. The launcher reads it before there is a database, and installs by
 * it: so the moment in which a line is written is the moment in which a replacement holds. A line is {@code symbolic name =
 * digest [shipped jar, digest of that]}; the launcher passes over one that was made of another shipped jar. Thread-safe.
 */
public final class Standing {
    /** Locations of bundles that came by a replacement begin so; the digest follows. */
    public static final String PREFIX = "replaced:";

    private final Path file;
    private final Path repository;

    /** Over the file {@code replaced}, which need not be there. */
    public Standing(Path folder, Path repository) {
        this.file = folder.resolve("replaced");
        this.repository = repository;
    }

    /** Whether this build stands. */
    public synchronized boolean is(String symbolicName, String digest) throws IOException {
        return digest.equals(digests().get(symbolicName));
    }

    /** The digests of all that stand, by symbolic name. */
    public synchronized Map<String, String> digests() throws IOException {
        Properties lines = read();
        return lines.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> digest(lines, name)));
    }

    /** Strikes out the line of a bundle where another build serves than it says: the shipped jar that it was made of has gone. */
    public synchronized void strikeOther(Bundle serving) throws IOException {
        Properties lines = read();
        String name = serving.getSymbolicName();
        if (lines.containsKey(name) && !serving.getLocation().equals(PREFIX + digest(lines, name))) {
            lines.remove(name);
            write(lines);
        }
    }

    /** From the next start on, this build is there instead of the bundle. */
    public synchronized void put(BundleJar build, Bundle former) throws IOException {
        Properties lines = read();
        lines.setProperty(build.symbolicName(), build.digest() + shipped(lines, former));
        write(lines);
    }

    private void write(Properties lines) throws IOException {
        StringWriter text = new StringWriter();
        lines.store(text, null);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The shipped jar that is replaced: where the former one has replaced it already, that stays so. */
    private String shipped(Properties lines, Bundle former) throws IOException {
        String location = former.getLocation();
        if (location.startsWith(PREFIX)) {
            String line = lines.getProperty(former.getSymbolicName(), "");
            return line.contains(" ") ? line.substring(line.indexOf(' ')) : "";
        }
        if (!location.startsWith("file:")) {
            return "";
        }
        Path jar = Path.of(URI.create(location));
        return jar.startsWith(repository) ? " " + repository.relativize(jar) + " " + digest(jar) : "";
    }

    private static String digest(Properties lines, String symbolicName) {
        return lines.getProperty(symbolicName).split(" ", 2)[0];
    }

    private static String digest(Path jar) throws IOException {
        return HexFormat.of().formatHex(Archives.sha256().digest(Files.readAllBytes(jar)));
    }

    private Properties read() throws IOException {
        Properties lines = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(in);
            }
        }
        return lines;
    }
}
