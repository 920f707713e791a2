package io.obox.ui.internal.contribution;

import io.obox.ui.UiModule;
import io.obox.ui.internal.file.MediaType;
import io.obox.ui.internal.file.ServedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A module as pages load it. Its files are read when it comes, so that they stay the same for as long as it is there.
 *
 * @param hash of all its files and their names
 */
record LoadableModule(String id, String name, String sdk, String entry, String hash, Map<String, ServedFile> files) {
    private static final int HASH_BYTES = 12;
    private static final int LARGEST = 16 << 20;

    /**
     * Reads the files.
     *
     * @throws IOException if one can't be read, or if they are more than 16 MiB
     */
    static LoadableModule of(UiModule module) throws IOException {
        MessageDigest digest = sha256();
        Map<String, ServedFile> files = new HashMap<>();
        int room = LARGEST;
        for (Map.Entry<String, URL> file : new TreeMap<>(module.files()).entrySet()) {
            byte[] content = read(file.getValue(), room);
            room -= content.length;
            digest.update((file.getKey() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
            files.put(file.getKey(), new ServedFile(MediaType.of(file.getKey()), true, content));
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        return new LoadableModule(module.id(), module.name(), module.sdk(), module.entry(), hash, Map.copyOf(files));
    }

    private static byte[] read(URL url, int room) throws IOException {
        try (InputStream in = url.openStream()) {
            byte[] content = in.readNBytes(room + 1);
            if (content.length > room) {
                throw new IOException("The files of a contribution must not be larger than 16 MiB in all.");
            }
            return content;
        }
    }

    /** Where the file that is loaded is. */
    String path() {
        return ContributionServlet.PATH + "/" + id + "/" + hash + "/" + entry;
    }

    /** The file at a path within the module, if there is one. */
    Optional<ServedFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
