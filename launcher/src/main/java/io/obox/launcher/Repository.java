package io.obox.launcher;

import java.nio.file.Path;

/**
 * A folder of artifacts in the layout of a Maven repository.
 *
 * @param root the folder
 */
record Repository(Path root) {

    /** The file of the artifact {@code group:artifact[:type[:classifier]]:version}. */
    Path locate(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        if (parts.length < 3 || parts.length > 5) {
            throw new IllegalArgumentException("not the coordinates of an artifact: " + coordinates);
        }
        String artifact = parts[1];
        String version = parts[parts.length - 1];
        String type = parts.length > 3 ? parts[2] : "jar";
        String classifier = parts.length > 4 ? "-" + parts[3] : "";
        return root.resolve(parts[0].replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + classifier + "." + type);
    }
}
