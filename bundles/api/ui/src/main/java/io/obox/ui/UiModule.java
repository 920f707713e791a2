package io.obox.ui;

import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module of JavaScript that the page loads, and the files that it may load itself. Immutable. The files are served below an
 * address that names their content, and are kept by browsers for good: a module refers to its other files by addresses that are
 * relative to its own ({@code new URL('./rack.svg', import.meta.url)}). Everybody may load them, so they hold no secrets.
 */
public final class UiModule {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern SDK = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Builder said;

    private UiModule(Builder said) {
        this.said = said;
    }

    /**
     * What every module has.
     *
     * @param id unique: the symbolic name of the bundle, say. Words of letters, digits, hyphens and underscores with dots between.
     * @param sdk the version of {@code @obox/sdk} that it needs at least, such as {@code 1.0}. A page with an older one, or with
     *     another major version, does not load it.
     * @param entry the path of the file that is loaded, such as {@code index.js}
     * @throws IllegalArgumentException if one of them is not like that
     */
    public static Builder builder(String id, String sdk, String entry) {
        return new Builder(matching(ID, id), matching(SDK, sdk), matching(PATH, entry));
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not like " + pattern + ".");
        }
        return text;
    }

    /** What tells it from others. */
    public String id() {
        return said.id;
    }

    /** What people call it: the id where nothing else was said. */
    public String name() {
        return said.name;
    }

    /** The version of the SDK that it needs at least. */
    public String sdk() {
        return said.sdk;
    }

    /** The path of the file that is loaded. */
    public String entry() {
        return said.entry;
    }

    /** All files by their paths. */
    public Map<String, URL> files() {
        return said.files;
    }

    /** Puts a module together. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String sdk;
        private final String entry;
        private String name;
        private Map<String, URL> files = new TreeMap<>();

        private Builder(String id, String sdk, String entry) {
            this.id = id;
            this.sdk = sdk;
            this.entry = entry;
            this.name = id;
        }

        private Builder(Builder other) {
            this(other.id, other.sdk, other.entry);
            name = other.name;
            files = Map.copyOf(other.files);
        }

        /** What people call it. They read it where it has a fault. */
        public Builder name(String words) {
            name = words;
            return this;
        }

        /**
         * Adds a file.
         *
         * @param path words of letters, digits, dots, hyphens and underscores, none of which begins with a dot, divided by slashes;
         *     the ending says what it is
         * @throws IllegalArgumentException if the path is not like that
         */
        public Builder file(String path, URL content) {
            files.put(matching(PATH, path), content);
            return this;
        }

        /**
         * Adds all files in a folder, such as {@code bundle.findEntries("page", "*", true)} finds.
         *
         * @param folder the path of the folder in the bundle; paths of files are what follows it
         * @param found files and folders, of which the latter end with a slash; null for none
         */
        public Builder files(String folder, @Nullable Enumeration<URL> found) {
            String prefix = "/" + folder + "/";
            while (found != null && found.hasMoreElements()) {
                URL url = found.nextElement();
                String path = url.getPath();
                if (!path.endsWith("/")) {
                    file(path.substring(path.indexOf(prefix) + prefix.length()), url);
                }
            }
            return this;
        }

        /**
         * The module, which later calls on the builder do not change.
         *
         * @throws IllegalArgumentException if there is no file at the path of the entry
         */
        public UiModule build() {
            if (!files.containsKey(entry)) {
                throw new IllegalArgumentException("There is no file \"" + entry + "\".");
            }
            return new UiModule(new Builder(this));
        }
    }
}
