package io.obox.evolution;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The sources of the API as they are, to be changed and compiled. */
final class Api {
    private static final Path ROOT = Path.of(System.getProperty("obox.root"));
    private static final String LIBRARIES = System.getProperty("java.class.path");

    private final Map<String, String> sources = new HashMap<>();

    Api() throws IOException {
        try (Stream<Path> parts = Files.list(ROOT.resolve("bundles/api"))) {
            for (Path part : Stream.concat(parts, Stream.of(ROOT.resolve("bundles/provisioner-spi")))
                    .toList()) {
                read(part.resolve("src/main/java"));
            }
        }
    }

    private void read(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
    }

    /** Changes the source of a type. */
    Api with(String type, UnaryOperator<String> change) {
        String file = type.replace('.', '/') + ".java";
        String before = sources.get(file);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Nothing was changed in " + type + ".");
        }
        sources.put(file, after);
        return this;
    }

    /** Compiles it in a folder, and what drives the plugin against it. The result sees the plugin as it was built. */
    Loaded load(Path folder, Path plugin) throws IOException {
        Path api = folder.resolve("api");
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        compile(folder.resolve("sources"), api, LIBRARIES);
        Path driver = folder.resolve("driver");
        compile(
                ROOT.resolve("itests/evolution/src/driver/java"),
                driver,
                String.join(File.pathSeparator, api.toString(), plugin.toString(), LIBRARIES));
        List<URL> path = new ArrayList<>();
        for (Path entry : List.of(api, driver, plugin)) {
            path.add(entry.toUri().toURL());
        }
        for (String library : LIBRARIES.split(Pattern.quote(File.pathSeparator), -1)) {
            path.add(Path.of(library).toUri().toURL());
        }
        return new Loaded(new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    private static void compile(Path sources, Path target, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> all =
                    found.filter(path -> path.toString().endsWith(".java")).toList();
            List<String> options = List.of("-d", target.toString(), "-cp", classPath, "-proc:none", "-nowarn");
            StringBuilder said = new StringBuilder();
            boolean done = compiler.getTask(
                            null,
                            files,
                            fault -> said.append(fault).append('\n'),
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(all))
                    .call();
            if (!done) {
                throw new IllegalStateException(said.toString());
            }
        }
    }

    /** An API with the plugin on it. */
    record Loaded(URLClassLoader classes) implements AutoCloseable {
        Class<?> type(String name) throws ClassNotFoundException {
            return classes.loadClass(name);
        }

        /** What puts objects of a type together, if the type has such a thing. */
        Optional<Class<?>> builder(String name) throws ClassNotFoundException {
            return Arrays.stream(type(name).getClasses())
                    .filter(member -> member.getSimpleName().equals("Builder"))
                    .findAny();
        }

        /** What the plugin does. */
        @SuppressWarnings("unchecked") // the driver has this type
        List<String> play() throws Exception {
            var driver = (Callable<List<String>>)
                    type("org.example.driver.Driver").getConstructor().newInstance();
            return driver.call();
        }

        @Override
        public void close() throws IOException {
            classes.close();
        }
    }
}
