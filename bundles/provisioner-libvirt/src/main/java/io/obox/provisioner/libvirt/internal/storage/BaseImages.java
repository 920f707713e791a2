package io.obox.provisioner.libvirt.internal.storage;

import io.obox.image.ImageFormat;
import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.libvirt.internal.message.LibvirtStep;
import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.PooledImage;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images on a host that guests share. Each is uploaded once. Several OBox nodes may want the same image at the same time:
 * the one that could make the volume fills it, the others wait for it to reach its full length. A volume that stopped
 * growing was left by a node that died, and is made again.
 */
public final class BaseImages {
    private static final Logger LOG = LoggerFactory.getLogger(BaseImages.class);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int FROM_PERCENT = 5;
    private static final int TO_PERCENT = 50;
    private static final int NAME_DIGITS = 16;
    /** The image's id, and the beginning of its checksum. */
    private static final Pattern NAME =
            Pattern.compile("base-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]+)\\.[a-z0-9]+");

    private final Pool pool;
    private final Duration patience;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** With so much patience for another node's upload that does not move. */
    public BaseImages(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /** The volume that holds an image; its checksum is part of the name, so that a changed image is another volume. */
    public static String volumeName(BaseImage image) {
        String digits =
                image.sha256().substring(0, Math.min(NAME_DIGITS, image.sha256().length()));
        return "base-" + image.id() + "-" + digits + "." + VolumeXml.format(image.format());
    }

    /** The images that are on the host, whole or not. */
    public List<PooledImage> all() throws ProvisionException, InterruptedException {
        List<PooledImage> images = new ArrayList<>();
        for (String volume : pool.names()) {
            Matcher name = NAME.matcher(volume);
            Optional<Volume> found = name.matches() ? pool.find(volume) : Optional.empty();
            if (found.isPresent()) {
                images.add(PooledImage.of(
                        UUID.fromString(name.group(1)),
                        name.group(2),
                        found.get().physical()));
            }
        }
        return images;
    }

    /** Has the image on the host, and says where. This node needs its file only if the host does not have it. */
    public String path(BaseImage image, Progress progress) throws ProvisionException, InterruptedException {
        String volume = volumeName(image);
        ReentrantLock lock = locks.computeIfAbsent(volume, v -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            long length = image.sizeBytes();
            while (true) {
                Optional<Volume> found = pool.find(volume);
                if (found.isPresent() && (complete(found.get(), length) || othersComplete(volume, length))) {
                    return found.get().path();
                }
                requireFile(image, length);
                if (found.isPresent()) {
                    pool.delete(volume);
                }
                upload(image, volume, length, progress);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void requireFile(BaseImage image, long length) throws ProvisionException {
        try {
            if (Files.size(image.file()) != length) {
                throw new ProvisionException(Kind.FAILED, LibvirtMessage.IMAGE_SIZE.with(image.name()));
            }
        } catch (IOException e) {
            throw new ProvisionException(Kind.NOT_FOUND, LibvirtMessage.IMAGE_NOWHERE.with(image.name()), e);
        }
    }

    /** A driver that keeps no content tells no length. */
    private static boolean complete(Volume volume, long length) {
        return volume.physical() == length || volume.physical() == 0;
    }

    private boolean othersComplete(String volume, long length) throws ProvisionException, InterruptedException {
        long seen = -1;
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            long now = pool.find(volume).map(Volume::physical).orElse(-1L);
            if (now == length || now < 0) {
                return now == length;
            }
            if (now != seen) {
                seen = now;
                deadline = System.nanoTime() + patience.toNanos();
            }
            Thread.sleep(GLANCE);
        }
        return false;
    }

    private void upload(BaseImage image, String volume, long length, Progress progress)
            throws ProvisionException, InterruptedException {
        if (image.format() == ImageFormat.QCOW2) {
            Qcow2.check(image.file());
        }
        if (pool.create(volume, VolumeXml.file(volume, 1)).isEmpty()) {
            return;
        }
        boolean complete = false;
        try (InputStream content = Files.newInputStream(image.file())) {
            Message step = LibvirtStep.COPYING.with(image.name());
            progress.at(FROM_PERCENT, step);
            pool.upload(
                    volume,
                    content,
                    length,
                    sent -> progress.at((int) (FROM_PERCENT + (TO_PERCENT - FROM_PERCENT) * sent / length), step));
            complete = true;
        } catch (IOException e) {
            throw new ProvisionException(Kind.FAILED, LibvirtMessage.IMAGE_FILE_UNREADABLE.with(image.name()), e);
        } finally {
            if (!complete) {
                giveUp(volume);
            }
        }
    }

    /** The next one need not wait for this one. */
    private void giveUp(String volume) throws InterruptedException {
        try {
            pool.delete(volume);
        } catch (ProvisionException e) {
            LOG.debug("a half uploaded image is left behind for another attempt to remove", e);
        }
    }
}
