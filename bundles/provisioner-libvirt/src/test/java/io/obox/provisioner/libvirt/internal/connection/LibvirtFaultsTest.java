package io.obox.provisioner.libvirt.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libvirt.Error.ErrorNumber;

class LibvirtFaultsTest {
    private static final String ADDRESS = "north.example.org";

    @ParameterizedTest
    @EnumSource(
            names = {
                "VIR_ERR_NO_CONNECT",
                "VIR_ERR_RPC",
                "VIR_ERR_UNKNOWN_HOST",
                "VIR_ERR_AUTH_FAILED",
                "VIR_ERR_GNUTLS_ERROR"
            })
    void whereAHostIsIsNotToldToThoseWhoHaveVmsThere(ErrorNumber code) {
        ProvisionException fault = LibvirtFaults.of(
                LibvirtMessage.START_GUEST.with(),
                code.ordinal(),
                "unable to connect to server at '" + ADDRESS + ":16509'");

        assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(fault).hasMessage("The host can't be reached at the moment.");
    }

    @ParameterizedTest
    @EnumSource(names = {"VIR_ERR_NO_DOMAIN", "VIR_ERR_XML_ERROR", "VIR_ERR_OPERATION_FAILED"})
    void whatAHostRefusesIsToldInItsWords(ErrorNumber code) {
        assertThat(LibvirtFaults.of(LibvirtMessage.START_GUEST.with(), code.ordinal(), "no room"))
                .hasMessage("The host could not start the guest: no room.");
    }
}
