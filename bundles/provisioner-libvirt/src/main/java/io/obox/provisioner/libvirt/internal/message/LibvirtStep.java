package io.obox.provisioner.libvirt.internal.message;

import io.obox.message.MessageTemplate;

/** What hosts with libvirt do at the moment. */
public enum LibvirtStep implements MessageTemplate {
    CONNECTING("Connecting to the host"),
    LOOKING("Looking at network and image"),
    COPYING("Copying the image {image} to the host"),
    MAKING_DISK("Making the disk"),
    WRITING_SEED("Writing the seed"),
    DEFINING("Defining the guest"),
    STARTING("Starting the guest"),
    WAITING_FOR_ADDRESS("Waiting for the guest's address"),
    REMOVING("Removing the guest"),
    DELETING_VOLUMES("Deleting its volumes"),
    SHUTTING_DOWN("Waiting for the guest to shut down"),
    STOPPING("Stopping the guest"),
    REBOOTING("Asking the guest to reboot"),
    RESETTING("Resetting the guest"),
    PAUSING("Pausing the guest"),
    RESUMING("Resuming the guest");

    private final String pattern;

    LibvirtStep(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("libvirt.step", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
