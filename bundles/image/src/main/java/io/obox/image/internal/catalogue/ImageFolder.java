package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.ImageFormat;
import io.obox.image.internal.ImageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where the files of images are on this node. */
@Component(
        service = ImageFolder.class,
        configurationPid = {ImageSettings.PID, ImageSettings.FORMER_PID, "$"})
public final class ImageFolder {
    /** The source of the image that has no file of its own: simulated hosts make guests of nothing. */
    static final String NOTHING = "simulated";

    private final Path folder;
    private final Path nothing;
    private final HolderId id;

    /** By the settings. */
    @Activate
    public ImageFolder(BundleContext context, ImageSettings settings) {
        this(
                Path.of(settings.imagesDir()),
                Path.of(
                        settings.data().isEmpty()
                                ? Objects.requireNonNullElse(context.getProperty("obox.data"), "data")
                                : settings.data()));
    }

    /** With image files below one folder, and the platform's data in the other. */
    public ImageFolder(Path folder, Path data) {
        this.folder = folder;
        this.nothing = data.resolve("simulated").resolve("nothing.img");
        this.id = new HolderId(data.resolve("image-holder.uuid"));
    }

    /** Whether this node has a folder of images at all. */
    boolean exists() {
        return Files.isDirectory(folder);
    }

    List<ImageFile> files() throws IOException {
        return ImageFile.below(folder);
    }

    /** A file by its path in the folder, if it is there and an image. */
    Optional<ImageFile> file(String inside) {
        return ImageFile.at(folder, folder.resolve(inside));
    }

    Path path(ImageFile file) {
        return folder.resolve(file.path());
    }

    /** Who holds these files, for other nodes to tell holders apart. */
    String holder() throws IOException {
        return id.get() + ":" + folder.toAbsolutePath().normalize();
    }

    /** A file by its path in the folder. */
    Path path(String inside) {
        return inside.equals(NOTHING) ? nothing : folder.resolve(inside);
    }

    /** Of an image that is not in the folder. A file of its name may have other content. */
    Path absent(Image image) {
        return folder.resolve("absent-" + image.id());
    }

    /** Makes the file of the image that has none. */
    DiskHeader makeNothing() throws IOException {
        if (!Files.exists(nothing)) {
            Files.createDirectories(nothing.getParent());
            Files.write(nothing, new byte[4096]);
        }
        return new DiskHeader(ImageFormat.RAW, Files.size(nothing));
    }

    String checksumOfNothing() throws IOException {
        return checksum(nothing);
    }

    static String checksum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
