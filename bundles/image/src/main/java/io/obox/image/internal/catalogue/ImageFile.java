package io.obox.image.internal.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file below the folder of images whose place and name say what it is: {@code <os>/<version>.qcow2} or {@code .img}.
 *
 * @param path in the folder of images
 * @param modifiedAt in whole microseconds, as it is stored
 */
record ImageFile(Path path, String os, String version, long size, Instant modifiedAt) {
    private static final Pattern OS = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern FILE = Pattern.compile("([a-z0-9][a-z0-9._-]{0,31})\\.(?:qcow2|img)");
    private static final Map<String, String> USERS = Map.of("tiny", "root", "centos", "cloud-user");

    /** All image files below a folder, by their paths; none if there is no such folder. That may be a symbolic link. */
    static List<ImageFile> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.find(real, 2, (path, attributes) -> attributes.isRegularFile())) {
            return files.sorted().flatMap(path -> at(real, path).stream()).toList();
        }
    }

    /** The image file at a path below the folder, if it is one. */
    static Optional<ImageFile> at(Path folder, Path path) {
        Path inside = folder.relativize(path);
        if (inside.getNameCount() != 2) {
            return Optional.empty();
        }
        String os = inside.getName(0).toString();
        Matcher file = FILE.matcher(inside.getName(1).toString());
        if (!OS.matcher(os).matches() || !file.matches()) {
            return Optional.empty();
        }
        try {
            BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new ImageFile(
                    inside,
                    os,
                    file.group(1),
                    seen.size(),
                    seen.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS)));
        } catch (IOException e) {
            // taken away since it was listed
            return Optional.empty();
        }
    }

    /** What the image is called: by its system and version; {@code tiny} for the first of that kind. */
    String imageName() {
        return os.equals("tiny") && version.equals("1") ? "tiny" : os + "-" + version;
    }

    /** Whom cloud images of this system create. */
    String defaultUser() {
        return USERS.getOrDefault(os, os);
    }
}
