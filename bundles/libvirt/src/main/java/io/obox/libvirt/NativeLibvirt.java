package io.obox.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The calls of libvirt's C library that libvirt-java lacks; named and typed as they are there. */
public interface NativeLibvirt extends Library {
    int virConnectGetAllDomainStats(Pointer connection, int stats, PointerByReference records, int flags);

    void virDomainStatsRecordListFree(Pointer records);

    String virDomainGetName(Pointer domain);

    int virDomainGetUUIDString(Pointer domain, byte[] text);

    int virDomainGetID(Pointer domain);

    @Nullable
    Pointer virNetworkLookupByName(Pointer connection, String name);

    int virNetworkFree(Pointer network);

    int virNetworkGetDHCPLeases(Pointer network, @Nullable String mac, PointerByReference leases, int flags);

    void virNetworkDHCPLeaseFree(Pointer lease);

    int virGetLastErrorCode();

    @Nullable
    String virGetLastErrorMessage();

    void virSetErrorFunc(@Nullable Pointer data, Pointer function);
}
