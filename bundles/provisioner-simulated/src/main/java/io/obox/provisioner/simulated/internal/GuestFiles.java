package io.obox.provisioner.simulated.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file per guest in the folder of a host. A file is replaced whole, so that whoever reads it, in whatever process, finds
 * one state or the next. Files that have not changed since they were last read are not read again.
 */
final class GuestFiles {
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.json");
    /** With a memory for types of its own: the one that all mappers share would keep this bundle's classes for ever. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
            .build();

    private record Stamp(@Nullable Object file, FileTime modified, long size) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        }
    }

    private record Read(Stamp stamp, Guest guest) {}

    private final Path folder;
    private final Map<Path, Read> known = new ConcurrentHashMap<>();

    GuestFiles(Path folder) {
        this.folder = folder;
    }

    Optional<Guest> find(UUID vmId) throws IOException {
        Path file = file(vmId);
        try {
            return Optional.of(read(file, Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (NoSuchFileException e) {
            known.remove(file);
            return Optional.empty();
        }
    }

    List<Guest> all() throws IOException {
        List<Guest> guests = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return guests;
        }
        Files.walkFileTree(folder, Set.of(), 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (NAME.matcher(file.getFileName().toString()).matches()) {
                    readIfThere(file, attributes).ifPresent(guests::add);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return guests;
    }

    /** The host's own id, which is made when it is first asked for and lies beside its guests from then on. */
    UUID hostId() throws IOException {
        Path file = folder.resolve("host.uuid");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".host", ".part");
            try {
                Files.writeString(fresh, UUID.randomUUID().toString());
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return UUID.fromString(Files.readString(file).strip());
            } finally {
                Files.delete(fresh);
            }
        }
        return UUID.fromString(Files.readString(file).strip());
    }

    void write(Guest guest) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "." + guest.vmId(), ".part");
        try {
            Files.write(fresh, JSON.writeValueAsBytes(guest));
            Files.move(fresh, file(guest.vmId()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Also what a process has left half written that was killed. */
    void delete(UUID vmId) throws IOException {
        known.remove(file(vmId));
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, "." + vmId + "*.part")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        }
        Files.deleteIfExists(file(vmId));
    }

    private Optional<Guest> readIfThere(Path file, BasicFileAttributes attributes) throws IOException {
        try {
            return Optional.of(read(file, attributes));
        } catch (NoSuchFileException e) {
            known.remove(file);
            return Optional.empty();
        }
    }

    private Guest read(Path file, BasicFileAttributes attributes) throws IOException {
        Stamp stamp = Stamp.of(attributes);
        Read before = known.get(file);
        if (before != null && before.stamp().equals(stamp)) {
            return before.guest();
        }
        Guest guest = JSON.readValue(Files.readAllBytes(file), Guest.class);
        known.put(file, new Read(stamp, guest));
        return guest;
    }

    private Path file(UUID vmId) {
        return folder.resolve(vmId + ".json");
    }
}
