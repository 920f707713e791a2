package io.obox.host.internal.message;

import io.obox.message.MessageTemplate;

/** What is said of hosts. */
public enum HostMessage implements MessageTemplate {
    NO_SUCH_HOST("There is no such host."),
    NONE_YET("There is no host yet that could run it."),
    CONNECT("Connect a hypervisor, and try again."),
    TAKES_NONE("Host {host} takes no new VMs at the moment."),
    NONE_TAKES("No host takes new VMs at the moment."),
    WAIT_FOR_HOST("Try again when a host is UP."),
    NO_ROOM_ON("Host {host} has no room for a VM of this size."),
    NO_ROOM("No host has room for a VM of this size."),
    ASK_FOR_LESS(
            "Ask for a smaller one, or delete VMs that are no longer needed: their disks are free once the bin is emptied."),
    NO_ROOM_FOR_ON("Host {host} has no room for {count} VMs of this size."),
    NO_ROOM_FOR("The hosts have no room for {count} VMs of this size."),
    ASK_FOR_FEWER(
            "Ask for fewer or smaller ones, or delete VMs that are no longer needed: their disks are free once the bin is emptied."),
    NO_ROOM_LEFT("The VM's host has no room for it at the moment."),
    MAKE_ROOM("Delete other VMs there, empty the bin if disks are short, and try again."),
    ROOM_GONE("The host has no room any more."),
    TRY_AGAIN("Try again."),
    NODE_REACHES_NOT("This node does not reach the host."),
    NO_BACKEND("No hypervisor backend is running for host \"{host}\".");

    private final String pattern;

    HostMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("host", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
