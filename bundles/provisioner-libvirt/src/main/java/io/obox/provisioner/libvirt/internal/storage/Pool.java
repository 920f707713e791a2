package io.obox.provisioner.libvirt.internal.storage;

import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.connection.Connection;
import io.obox.provisioner.libvirt.internal.connection.Hypervisor;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.StoragePool;
import org.libvirt.StorageVol;
import org.libvirt.Stream;

/** OBox's own storage pool on a host. It is made when it is first needed. */
public final class Pool {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** What libvirt's protocol carries in one message, whatever its version. */
    private static final int CHUNK = 256 * 1024 - 64;

    private final Connection connection;
    private final String name;
    private final String path;

    /** Does nothing yet. */
    public Pool(Connection connection, String name, String path) {
        this.connection = connection;
        this.name = name;
        this.path = path;
    }

    private interface PoolCall<T> {
        T on(Hypervisor hypervisor, StoragePool pool) throws LibvirtException, ProvisionException;
    }

    private <T> T call(Message what, PoolCall<T> call) throws ProvisionException, InterruptedException {
        return connection.call(LIMIT, what, hypervisor -> {
            StoragePool pool = open(hypervisor);
            try {
                return call.on(hypervisor, pool);
            } finally {
                pool.free();
            }
        });
    }

    private StoragePool open(Hypervisor hypervisor) throws LibvirtException {
        StoragePool pool = find(hypervisor).orElse(null);
        if (pool == null) {
            pool = define(hypervisor);
        }
        if (pool.isActive() == 0) {
            ignoring(pool, p -> p.build(0));
            ignoring(pool, p -> p.create(0));
            pool.setAutostart(1);
        }
        return pool;
    }

    private Optional<StoragePool> find(Hypervisor hypervisor) throws LibvirtException {
        try {
            return Optional.of(hypervisor.storagePoolLookupByName(name));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_STORAGE_POOL) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Somebody else may define it in the same moment: then theirs is taken. */
    private StoragePool define(Hypervisor hypervisor) throws LibvirtException {
        try {
            return hypervisor.storagePoolDefineXML(VolumeXml.pool(name, path), 0);
        } catch (LibvirtException e) {
            return find(hypervisor).orElseThrow(() -> e);
        }
    }

    private interface Step {
        void on(StoragePool pool) throws LibvirtException;
    }

    /** A step that fails where somebody else just did it; what counts is whether the pool is active then. */
    private static void ignoring(StoragePool pool, Step step) throws LibvirtException {
        try {
            step.on(pool);
        } catch (LibvirtException e) {
            if (pool.isActive() == 0 && !(e.getError().getCode() == ErrorNumber.VIR_ERR_OPERATION_FAILED)) {
                throw e;
            }
        }
    }

    /** Size of the storage behind the pool in bytes. */
    public long capacity() throws ProvisionException, InterruptedException {
        return call(LibvirtMessage.TELL_STORAGE.with(), (h, pool) -> pool.getInfo().capacity);
    }

    /** Names of all volumes. */
    public List<String> names() throws ProvisionException, InterruptedException {
        return call(LibvirtMessage.LIST_VOLUMES.with(), (h, pool) -> List.of(pool.listVolumes()));
    }

    /** A volume whose file was deleted behind libvirt's back is none. */
    Optional<Volume> find(String volume) throws ProvisionException, InterruptedException {
        return call(LibvirtMessage.LOOK_AT_VOLUME.with(volume), (h, pool) -> {
            try {
                return read(pool, volume);
            } catch (LibvirtException e) {
                pool.refresh(0);
                return read(pool, volume);
            }
        });
    }

    /** Makes a volume; nothing if there is one of that name. */
    Optional<Volume> create(String volume, String xml) throws ProvisionException, InterruptedException {
        return call(LibvirtMessage.MAKE_VOLUME.with(volume), (h, pool) -> {
            try {
                return Optional.of(describe(pool.storageVolCreateXML(xml, 0)));
            } catch (LibvirtException e) {
                if (lookup(pool, volume).isPresent()) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Takes a volume away; that it does not exist is success. */
    public void delete(String volume) throws ProvisionException, InterruptedException {
        call(LibvirtMessage.DELETE_VOLUME.with(volume), (h, pool) -> {
            Optional<StorageVol> found = lookup(pool, volume);
            if (found.isPresent()) {
                try {
                    found.get().delete(0);
                } finally {
                    found.get().free();
                }
            }
            return found.isPresent();
        });
    }

    private static Optional<StorageVol> lookup(StoragePool pool, String volume) throws LibvirtException {
        try {
            return Optional.of(pool.storageVolLookupByName(volume));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_STORAGE_VOL) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<Volume> read(StoragePool pool, String volume) throws LibvirtException {
        Optional<StorageVol> found = lookup(pool, volume);
        return found.isPresent() ? Optional.of(describe(found.get())) : Optional.empty();
    }

    private static Volume describe(StorageVol volume) throws LibvirtException {
        try {
            return Volume.parse(volume.getXMLDesc(0));
        } finally {
            volume.free();
        }
    }

    /**
     * Fills a volume with bytes.
     *
     * @param sent is told how many are sent
     */
    void upload(String volume, InputStream content, long length, LongConsumer sent)
            throws ProvisionException, InterruptedException {
        Message what = LibvirtMessage.TAKE_IN_VOLUME.with(volume);
        Stream stream = call(what, (h, pool) -> {
            StorageVol found = pool.storageVolLookupByName(volume);
            Stream opened = h.streamNew(0);
            try {
                if (h.driver().keepsContent()) {
                    found.upload(opened, 0, length, 0);
                }
                return opened;
            } finally {
                found.free();
            }
        });
        boolean complete = false;
        try {
            send(what, stream, content, sent);
            complete = true;
        } finally {
            end(what, stream, complete);
        }
    }

    private void send(Message what, Stream stream, InputStream content, LongConsumer sent)
            throws ProvisionException, InterruptedException {
        long total = 0;
        for (byte[] chunk = read(content); chunk.length > 0; chunk = read(content)) {
            byte[] bytes = chunk;
            int taken =
                    connection.call(LIMIT, what, h -> h.driver().keepsContent() ? stream.send(bytes) : bytes.length);
            if (taken != chunk.length) {
                throw new ProvisionException(Kind.FAILED, LibvirtMessage.UPLOADED_PARTLY.with());
            }
            total += chunk.length;
            sent.accept(total);
        }
    }

    private static byte[] read(InputStream content) throws ProvisionException {
        try {
            return content.readNBytes(CHUNK);
        } catch (IOException e) {
            throw new ProvisionException(Kind.FAILED, LibvirtMessage.IMAGE_UNREADABLE.with(), e);
        }
    }

    private void end(Message what, Stream stream, boolean complete) throws ProvisionException, InterruptedException {
        connection.call(LIMIT, what, h -> {
            if (h.driver().keepsContent()) {
                int ignored = complete ? stream.finish() : stream.abort();
            }
            return stream.free();
        });
    }
}
