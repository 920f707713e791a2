package io.obox.provisioner.libvirt.internal.connection;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.obox.libvirt.NativeLease;
import io.obox.libvirt.NativeLibvirt;
import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** An open connection: what libvirt-java offers, and what it lacks. Used only within a {@link Connection}'s calls. */
public final class Hypervisor extends Connect {
    private static final int STATS_STATE = 1;
    private static final int PARAMETER_SIZE = 96;
    private static final int PARAMETER_VALUE = 88;
    private static final int UUID_BUFFER = 37;

    private final NativeLibvirt library;
    private final Driver driver;

    Hypervisor(String uri, NativeLibvirt library) throws LibvirtException {
        super(uri);
        this.library = library;
        this.driver = Driver.of(getType());
    }

    /** The driver behind this connection. */
    public Driver driver() {
        return driver;
    }

    /** Name and state of every domain, by one call to the host. */
    public List<DomainState> domainStates() throws ProvisionException {
        PointerByReference list = new PointerByReference();
        int count = library.virConnectGetAllDomainStats(pointer(), STATS_STATE, list, 0);
        check(count, LibvirtMessage.LIST_GUESTS.with());
        try {
            List<DomainState> states = new ArrayList<>(count);
            for (Pointer record : list.getValue().getPointerArray(0, count)) {
                states.add(state(record));
            }
            return states;
        } finally {
            library.virDomainStatsRecordListFree(list.getValue());
        }
    }

    private DomainState state(Pointer record) {
        Pointer domain = record.getPointer(0);
        Pointer parameters = record.getPointer(Native.POINTER_SIZE);
        int state = 0;
        int reason = 0;
        for (int i = 0; i < record.getInt(2L * Native.POINTER_SIZE); i++) {
            Pointer parameter = parameters.share((long) i * PARAMETER_SIZE);
            switch (parameter.getString(0)) {
                case "state.state" -> state = parameter.getInt(PARAMETER_VALUE);
                case "state.reason" -> reason = parameter.getInt(PARAMETER_VALUE);
                default -> {}
            }
        }
        return new DomainState(
                uuid(domain), library.virDomainGetName(domain), library.virDomainGetID(domain), state, reason);
    }

    private UUID uuid(Pointer domain) {
        byte[] text = new byte[UUID_BUFFER];
        library.virDomainGetUUIDString(domain, text);
        return UUID.fromString(new String(text, 0, UUID_BUFFER - 1, StandardCharsets.US_ASCII));
    }

    /** Every lease of a network that has not run out. */
    public List<Lease> leases(String network) throws ProvisionException {
        Pointer found = library.virNetworkLookupByName(pointer(), network);
        if (found == null) {
            throw fault(LibvirtMessage.FIND_NETWORK.with(network));
        }
        PointerByReference list = new PointerByReference();
        try {
            int count = library.virNetworkGetDHCPLeases(found, null, list, 0);
            check(count, LibvirtMessage.LIST_LEASES.with(network));
            return count == 0 ? List.of() : leases(list.getValue(), count);
        } finally {
            library.virNetworkFree(found);
        }
    }

    private List<Lease> leases(Pointer list, int count) {
        List<Lease> leases = new ArrayList<>(count);
        try {
            for (Pointer address : list.getPointerArray(0, count)) {
                NativeLease lease = new NativeLease(address);
                if (lease.mac != null && lease.ipaddr != null) {
                    leases.add(new Lease(lease.mac.toLowerCase(Locale.ROOT), lease.ipaddr, lease.expirytime));
                }
                library.virNetworkDHCPLeaseFree(address);
            }
            return leases;
        } finally {
            Native.free(Pointer.nativeValue(list));
        }
    }

    private void check(int result, Message what) throws ProvisionException {
        if (result < 0) {
            throw fault(what);
        }
    }

    private ProvisionException fault(Message what) {
        return LibvirtFaults.of(what, library.virGetLastErrorCode(), library.virGetLastErrorMessage());
    }

    private Pointer pointer() {
        return vcp.getPointer();
    }
}
