package io.obox.provisioner.libvirt.internal.message;

import io.obox.message.MessageTemplate;

/** What hosts with libvirt say. */
public enum LibvirtMessage implements MessageTemplate {
    COULD_NOT("The host could not {task}: {reason}."),
    DID_NOT_WITHIN("The host did not {task} within {seconds} seconds."),
    NO_REASON("libvirt gave no reason"),
    TELL_IDENTITY("tell who it is"),
    TELL_CAPABILITIES("tell its capabilities"),
    DEFINE_GUEST("define the guest"),
    REMOVE_GUEST("remove the guest"),
    FIND_NETWORK("find the network {network}"),
    LIST_GUESTS("list its guests"),
    LIST_LEASES("list the leases of network {network}"),
    START_GUEST("start the guest"),
    LOOK_AT_GUEST("look at the guest"),
    STOP_GUEST("stop the guest"),
    ASK_TO_SHUT_DOWN("ask the guest to shut down"),
    ASK_TO_REBOOT("ask the guest to reboot"),
    RESET_GUEST("reset the guest"),
    PAUSE_GUEST("pause the guest"),
    TELL_STORAGE("tell the size of its storage"),
    LIST_VOLUMES("list its volumes"),
    LOOK_AT_VOLUME("look at the volume {volume}"),
    MAKE_VOLUME("make the volume {volume}"),
    DELETE_VOLUME("delete the volume {volume}"),
    TAKE_IN_VOLUME("take in the volume {volume}"),
    NO_ANSWER_WITHIN("The host did not answer within {seconds} seconds."),
    CLOSED("The connection to the host is closed."),
    CONNECTION_LOST("The connection to the host was lost."),
    NOT_INSTALLED("libvirt's client library is not installed here (package libvirt0)."),
    FAULT_IN_OBOX("The host could not be asked, by a fault in OBox."),
    AWAY("The host can't be reached at the moment."),
    NO_SUCH_GUEST("The host has no such guest."),
    DID_NOT_BECOME("The guest did not become {state}; look at its console."),
    DID_NOT_SHUT_DOWN("The guest did not shut down within {seconds} seconds of being asked: stop it instead."),
    MUST_RUN("The guest must run for {action}."),
    NO_ADDRESS("The guest got no address within {seconds} seconds: look whether its image takes one by DHCP."),
    DID_NOT_STAY_ON("The guest did not stay on: look at its console."),
    NETWORK_INACTIVE("The host's network {network} is not active: start it with virsh net-start."),
    IMAGE_SIZE("The file of the image {image} has another size than it had."),
    IMAGE_NOWHERE("The image {image} is not on the host, and its file is not on this node."),
    IMAGE_FILE_UNREADABLE("The file of the image {image} can't be read."),
    IMAGE_UNREADABLE("The image could not be read."),
    UPLOADED_PARTLY("The volume was uploaded only partly."),
    VOLUME_IN_USE("The volume {volume} is in use."),
    QCOW2_UNREADABLE("The image's file could not be read."),
    NOT_QCOW2("The image is no QCOW2 file."),
    NOT_WHOLE("The image builds on another file: make it whole with qemu-img convert."),
    ONE_DISK("The host gives each guest one disk."),
    ONE_INTERFACE("The host gives each guest one network interface."),
    TOO_MANY_VCPUS("The host has only {limit} processors."),
    TOO_MUCH_MEMORY("The host has only {limit} MiB of memory."),
    DISK_SMALLER("The disk is smaller than the image {image}.");

    private final String pattern;

    LibvirtMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("libvirt", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
