package io.obox.embedded.internal.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Unpacks the programs that this bundle carries. What is unpacked stays for the next start. */
public final class Programs {
    private Programs() {}

    /** Unpacks a tar archive into a folder, unless that is there already. */
    public static void unpack(String archive, Path folder) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            return;
        }
        Path part = newFolder(folder);
        Process tar = new ProcessBuilder("tar", "-x", "-C", part.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream in = open(archive);
                OutputStream out = tar.getOutputStream()) {
            in.transferTo(out);
            out.close();
            if (tar.waitFor() != 0) {
                throw new IOException("The program tar could not unpack " + archive + " into " + part + ".");
            }
        } finally {
            tar.destroyForcibly();
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Copies one program into a folder, unless that is there already. */
    public static void copy(String program, Path folder, String name) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path part = newFolder(folder);
        try (InputStream in = open(program)) {
            Files.copy(in, part.resolve(name));
        }
        Files.setPosixFilePermissions(part.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Programs.class.getResourceAsStream("/" + resource);
        if (in == null) {
            throw new FileNotFoundException("This build of OBox carries no " + resource + " for this machine.");
        }
        return in;
    }

    private static Path newFolder(Path folder) throws IOException {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        delete(part);
        return Files.createDirectories(part);
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
