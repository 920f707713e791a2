package io.obox.settings.internal.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** A node's own key, in a file that nobody else can read. It is made when it is needed first. */
final class KeyFile {
    private static final String NAME = "settings.key";

    private final Path file;

    KeyFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** The key, if it was made. */
    Optional<Key> read() throws IOException {
        return Files.exists(file) ? Optional.of(Key.parse(Files.readString(file))) : Optional.empty();
    }

    /** The key, made if there is none. Whoever comes second takes the one of the first. */
    Key obtain() throws IOException {
        Optional<Key> there = read();
        return there.isPresent() ? there.get() : make();
    }

    private Key make() throws IOException {
        byte[] bytes = new byte[Key.BYTES];
        new SecureRandom().nextBytes(bytes);
        Path draft = Files.createTempFile(
                file.getParent(),
                NAME,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (SeekableByteChannel channel = Files.newByteChannel(draft, Set.of(StandardOpenOption.WRITE))) {
                channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(bytes)));
            }
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return Key.parse(Files.readString(file, StandardCharsets.US_ASCII));
        } finally {
            Files.delete(draft);
        }
        return new Key(bytes);
    }
}
