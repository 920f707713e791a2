package io.obox.provisioner.libvirt.internal.connection;

import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a libvirt error means to OBox. */
final class LibvirtFaults {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtFaults.class);
    /** For everybody: libvirt's own words name the host's address, which is not for those who have VMs there. */
    private static final Set<ErrorNumber> UNREACHABLE = Set.of(
            ErrorNumber.VIR_ERR_NO_CONNECT,
            ErrorNumber.VIR_ERR_INVALID_CONN,
            ErrorNumber.VIR_ERR_RPC,
            ErrorNumber.VIR_ERR_UNKNOWN_HOST,
            ErrorNumber.VIR_ERR_AUTH_FAILED,
            ErrorNumber.VIR_ERR_GNUTLS_ERROR);

    private static final Set<ErrorNumber> NOT_FOUND = Set.of(
            ErrorNumber.VIR_ERR_NO_DOMAIN,
            ErrorNumber.VIR_ERR_NO_NETWORK,
            ErrorNumber.VIR_ERR_NO_STORAGE_POOL,
            ErrorNumber.VIR_ERR_NO_STORAGE_VOL);
    private static final Set<ErrorNumber> REJECTED = Set.of(
            ErrorNumber.VIR_ERR_NO_SUPPORT,
            ErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
            ErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
            ErrorNumber.VIR_ERR_XML_ERROR,
            ErrorNumber.VIR_ERR_OS_TYPE);

    private LibvirtFaults() {}

    static ProvisionException of(Message what, LibvirtException cause) {
        ProvisionException fault = of(what, cause.getError().getCode(), cause.getMessage());
        fault.initCause(cause);
        return fault;
    }

    static ProvisionException of(Message what, int code, @Nullable String message) {
        ErrorNumber[] known = ErrorNumber.values();
        return of(what, known[Math.min(code, known.length - 1)], message);
    }

    private static ProvisionException of(Message what, ErrorNumber code, @Nullable String message) {
        Message text = sentence(what, message);
        Kind kind = kind(code, text.text());
        if (kind == Kind.UNREACHABLE) {
            LOG.warn("{}", text.text());
            return new ProvisionException(kind, LibvirtMessage.AWAY.with());
        }
        return new ProvisionException(kind, text);
    }

    static ProvisionException unreachable(LibvirtException cause) {
        return new ProvisionException(Kind.UNREACHABLE, LibvirtMessage.AWAY.with(), cause);
    }

    /** In words for the node's log. */
    static @Nullable String reason(Throwable fault) {
        Throwable cause = fault;
        while (cause != null && !(cause instanceof LibvirtException)) {
            cause = cause.getCause();
        }
        return cause == null ? fault.getMessage() : cause.getMessage();
    }

    private static Message sentence(Message what, @Nullable String message) {
        return LibvirtMessage.COULD_NOT.with(what, message == null ? LibvirtMessage.NO_REASON.with() : message);
    }

    private static Kind kind(ErrorNumber code, String message) {
        if (UNREACHABLE.contains(code)) {
            return Kind.UNREACHABLE;
        }
        if (NOT_FOUND.contains(code)) {
            return Kind.NOT_FOUND;
        }
        if (REJECTED.contains(code)) {
            return Kind.REJECTED;
        }
        boolean full = message.contains("Cannot allocate memory") || message.contains("No space left on device");
        return full ? Kind.CAPACITY : Kind.FAILED;
    }
}
