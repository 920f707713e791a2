package io.obox.libvirt;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's client library in this process, and the thread that it wants for keepalive and events. One for all hosts and
 * for all versions of the backend: libvirt has one event loop for each process. The library is loaded with the first
 * connection, so that this bundle runs on a machine without it.
 */
@Component(service = EventLoop.class, immediate = true)
public final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private volatile boolean stopped;
    private @Nullable NativeLibvirt library;

    /**
     * The library, loaded and with its event loop running. Thread-safe.
     *
     * @throws LinkageError if it is not installed on this machine
     * @throws LibvirtException if it has no event loop for this process
     */
    public synchronized NativeLibvirt library() throws LibvirtException {
        NativeLibvirt loaded = library;
        if (loaded == null) {
            loaded = load();
            library = loaded;
        }
        return loaded;
    }

    private NativeLibvirt load() throws LibvirtException {
        NativeLibvirt loaded = Native.load("virt", NativeLibvirt.class);
        Library.initEventLoop();
        silence(loaded);
        Thread.ofPlatform()
                .inheritInheritableThreadLocals(false)
                .daemon()
                .name("libvirt-events")
                .start(new FutureTask<>(this::run, null));
        return loaded;
    }

    /**
     * Keeps libvirt from printing each error, which is thrown anyway. The handler is native, because one in Java would have
     * to outlive this bundle: virResetError does nothing when it is given no data.
     */
    private static void silence(NativeLibvirt library) {
        library.virSetErrorFunc(null, NativeLibrary.getInstance("virt").getFunction("virResetError"));
    }

    private void run() {
        while (!stopped) {
            try {
                Library.runEventLoop();
            } catch (LibvirtException | InterruptedException e) {
                LOG.warn("libvirt's event loop failed", e);
            }
        }
    }

    /** Called by Declarative Services when OBox ends. */
    @Deactivate
    public synchronized void stop() throws LibvirtException {
        stopped = true;
        if (library != null) {
            Library.stopEventLoop();
        }
    }
}
