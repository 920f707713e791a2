package io.obox.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import org.jspecify.annotations.Nullable;

/** libvirt's {@code virNetworkDHCPLease}. */
@Structure.FieldOrder({"iface", "expirytime", "type", "mac", "iaid", "ipaddr", "prefix", "hostname", "clientid"})
public final class NativeLease extends Structure {
    public @Nullable String iface;
    public long expirytime;
    public int type;
    public @Nullable String mac;
    public @Nullable String iaid;
    public @Nullable String ipaddr;
    public int prefix;
    public @Nullable String hostname;
    public @Nullable String clientid;

    /** Reads the one at an address. */
    public NativeLease(Pointer address) {
        super(address);
        read();
    }
}
