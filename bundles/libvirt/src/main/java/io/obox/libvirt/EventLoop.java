package io.obox.provisioner.libvirt.internal.connection;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's client library in this process, and the thread that it wants for keepalive and events. One for all hosts. The
 * library is loaded with the first connection, so that this bundle runs on a machine without it.
 */
@Component(service = EventLoop.class)
public final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private volatile boolean stopped;
    private @Nullable NativeLibvirt library;

    /** The library, loaded and with its event loop running. */
    synchronized NativeLibvirt library() throws ProvisionException {
        NativeLibvirt loaded = library;
        if (loaded == null) {
            loaded = load();
            library = loaded;
        }
        return loaded;
    }

    private NativeLibvirt load() throws ProvisionException {
        try {
            NativeLibvirt loaded = Native.load("virt", NativeLibvirt.class);
            Library.initEventLoop();
            silence(loaded);
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("libvirt-events")
                    .start(new FutureTask<>(this::run, null));
            return loaded;
        } catch (LinkageError | LibvirtException e) {
            throw new ProvisionException(
                    Kind.UNREACHABLE, "libvirt's client library is not installed here (package libvirt0).", e);
        }
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

    /** Called by Declarative Services when no host uses it any more. */
    @Deactivate
    public synchronized void stop() throws LibvirtException {
        stopped = true;
        if (library != null) {
            Library.stopEventLoop();
        }
    }
}
