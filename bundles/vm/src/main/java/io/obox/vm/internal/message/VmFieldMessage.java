package io.obox.vm.internal.message;

import io.obox.message.MessageTemplate;

/** What is wrong with the fields of requests for VMs. */
public enum VmFieldMessage implements MessageTemplate {
    VCPUS("The number of vCPUs"),
    MEMORY_MIB("The memory in MiB"),
    DISK_GIB("The disk in GiB"),
    COUNT("The number of VMs"),
    FIRST_NUMBER("The first number"),
    NUMBER_MISSING("{what} is missing."),
    NUMBER_OUT_OF_RANGE("{what} must be a number from {min} to {max}."),
    DISK_TOO_SMALL("The disk must have at least the {least} GiB of its image."),
    NETWORK_NAME("The name of a network has 1 to 63 letters, digits, dots, hyphens and underscores."),
    REQUEST_KEY("A key has 1 to 255 letters, digits and other printable ASCII characters, without spaces."),
    NAME_MISSING("The name is missing."),
    NAME_NEEDED("A VM can't be without a name."),
    NAME("A name has 1 to 63 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen."),
    IMAGE_MISSING("The image is missing."),
    IMAGE_NOT_READY("The image is {state}; VMs can be made from it once it is READY."),
    TOO_MANY_KEYS("There can be at most {most} keys."),
    KEY_MISSING("A key is missing."),
    USER_DATA_TOO_LONG("The user-data may have at most {most} bytes."),
    TOO_MANY_TAGS("There can be at most {most} tags."),
    TAG(
            "A tag has 1 to 63 letters, digits and the signs . _ : / = -. It, and each part of it after a slash, begins with a"
                    + " letter or digit."),
    TRUE_OR_FALSE("This must be one of true, false."),
    ACTION_MISSING("The action is missing."),
    ID_MISSING("An id is missing."),
    IDS_OR_SEARCH("Either ids or q must say which VMs are meant."),
    TOO_MANY_VMS("These are more than {most} VMs. Send several requests."),
    SEARCH_EMPTY("The search is empty."),
    SAY_WHICH("Say which VMs are meant. If all of them are, search for \"state:any\".");

    private final String pattern;

    VmFieldMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("vm.field", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
