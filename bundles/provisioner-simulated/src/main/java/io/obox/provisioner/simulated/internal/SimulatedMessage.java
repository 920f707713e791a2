package io.obox.provisioner.simulated.internal;

import io.obox.message.MessageTemplate;

/** What the simulated host says. */
enum SimulatedMessage implements MessageTemplate {
    TOO_MANY_VCPUS("{asked} vCPUs are more than the {limit} that the host has."),
    TOO_MUCH_MEMORY("{asked} MiB of memory are more than the host's {limit}."),
    TOO_MUCH_DISK("{asked} GiB of disk are more than the host's {limit}."),
    LOOKING("Looking for the guest"),
    MAKING_DISK("Making the disk"),
    BOOTING("Booting the guest"),
    HAS_ADDRESS("Guest has an address"),
    IS_OFF("The guest is off, so it can't {action}."),
    CHANGING_POWER("Changing the power"),
    POWER_CHANGED("Power changed"),
    TAKING_AWAY("Taking the guest away"),
    NO_NETWORK("The host has no network \"{network}\"."),
    NO_IMAGE_FILE("The file of image \"{image}\" is missing."),
    NO_ROOM("The host has no room for another guest of this size."),
    NO_GUEST("The host has no guest for this VM."),
    FILES_UNUSABLE("The files of the simulated host can't be used."),
    DOES_NOT_ANSWER("The simulated host does not answer."),
    HAS_NO_ROOM("The simulated host has no room left."),
    REFUSES("The simulated host refuses this."),
    DOES_NOT_FIND("The simulated host does not find it."),
    FAILED("The simulated hypervisor failed.");

    private final String pattern;

    SimulatedMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("simulated", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
