package io.obox.vm;

/** A network interface of a guest. A value; what is not said has a default, so that later versions can ask for more. Immutable. */
public final class NetworkInterface {
    private final String network;

    private NetworkInterface(String network) {
        this.network = network;
    }

    /** One in a network of the host. */
    public static NetworkInterface in(String network) {
        return new NetworkInterface(network);
    }

    /** Name of the host's network. */
    public String network() {
        return network;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkInterface that && network.equals(that.network);
    }

    @Override
    public int hashCode() {
        return network.hashCode();
    }

    @Override
    public String toString() {
        return network;
    }
}
