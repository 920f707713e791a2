package io.obox.ui.internal.page;

import io.obox.ui.internal.file.MediaType;
import io.obox.ui.internal.file.ServedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the page by their path. Each is read when it is first asked for, and kept. */
final class PageFiles {
    private static final String FIRST_DOCUMENT = "/index.html";
    /** Where the build puts what it names after its content. */
    private static final String LASTING = "/assets/";

    private final Map<String, URL> urls;
    private final Map<String, ServedFile> read = new ConcurrentHashMap<>();

    private static final Set<String> OTHERS = Set.of("/api", "/plugins", "/readyz", "/healthz", "/metrics");

    /**
     * Knows the files and nothing else: no path leads out of them.
     *
     * @param urls each file by its path, such as {@code /index.html}
     */
    PageFiles(Map<String, URL> urls) {
        this.urls = Map.copyOf(urls);
    }

    /**
     * What to answer for a path: the file of that path; for an address within the page its first document, which finds its
     * way from there; empty for a file that there is not.
     */
    Optional<ServedFile> find(String path) {
        String name = isAddress(path) ? FIRST_DOCUMENT : path;
        return Optional.ofNullable(urls.get(name)).map(url -> read.computeIfAbsent(name, unread -> read(unread, url)));
    }

    /** What others serve is no address of the page, also while they are away: a page that says 200 would speak for them. */
    private static boolean isAddress(String path) {
        return OTHERS.stream().noneMatch(other -> path.equals(other) || path.startsWith(other + "/"))
                && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static ServedFile read(String name, URL url) {
        try (InputStream in = url.openStream()) {
            return new ServedFile(MediaType.of(name), name.startsWith(LASTING), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
