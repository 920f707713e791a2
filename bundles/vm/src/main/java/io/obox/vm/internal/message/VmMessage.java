package io.obox.vm.internal.message;

import io.obox.message.MessageTemplate;

/** What requests for VMs are answered with. */
public enum VmMessage implements MessageTemplate {
    NO_SUCH_VM("There is no such VM."),
    NO_SUCH_IMAGE("There is no such image."),
    CHANGED_MEANWHILE("The VM was changed meanwhile."),
    IS_PROTECTED("The VM is protected from deletion."),
    UNPROTECT_FIRST("Take the protection away first, if it really is to go."),
    NOT_LOST("The VM is {state}, so it can't be forgotten."),
    DELETE_IT("Delete it, if it really is to go."),
    HOST_UNREACHED("The VM's host can't be reached, so it may still have the guest."),
    WAIT_FOR_HOST("Try again when the host is UP, or have an administrator forget the VM."),
    NAME_TAKEN("There is a VM named \"{name}\" already."),
    CHOOSE_ANOTHER_NAME("Choose another name."),
    DELETED_CANT_BE_CHANGED("A VM that is being deleted can't be changed."),
    DELETED_ALREADY("The VM is being deleted already."),
    NOT_IN_BIN("There is no such VM in the bin."),
    IS_NOT_IN_BIN("The VM is not in the bin."),
    GOES_FOR_GOOD("The VM is being deleted for good."),
    POWER_NOT_POSSIBLE("A VM that is {state} can't {action}."),
    REPAIR_NOT_POSSIBLE("A VM that is {state} can't be {done}."),
    RUNS("It runs: shut it down, stop, reboot, reset or pause it."),
    START_FIRST("Start it first."),
    RESUME_FIRST("Resume it first, or stop it."),
    WAIT_UNTIL_MADE("Wait until it has been made."),
    RETRY_OR_DELETE("Retry it, or delete it."),
    NOTHING_LEFT_TO_DO("It is being deleted: look for it in the bin."),
    GONE_FROM_HOST("Its host no longer has it: check it again, recreate it, or forget it."),
    CHECK_RECREATE_FORGET("Check it again, recreate it, or forget it."),
    WAIT_UNTIL_ENDED("Wait until that has ended."),
    NOTHING_WRONG("Nothing is wrong with it."),
    QUOTAS_AWAY("Quotas can't be looked up at the moment."),
    QUOTA_EXCEEDED("This would be too much: {excess}."),
    REDUCE_OR_ASK(
            "Delete a VM that is not needed, empty the bin if disks are too much, or ask an administrator for a larger quota."),
    VMS_USED("{used} of {limit} VMs are used, and {asked} more are asked for"),
    VCPUS_USED("{used} of {limit} processors are used, and {asked} more are asked for"),
    MEMORY_USED("{used} of {limit} MiB of memory are used, and {asked} more are asked for"),
    DISK_USED("{used} of {limit} GiB of disk are used, and {asked} more are asked for"),
    AND_MORE("{first}; {more}"),
    ONE_DISK("A VM has one disk."),
    ONE_INTERFACE("A VM has one network interface."),
    SKIPPED("{name} is skipped: {reason}"),
    UNEXPECTED("An unexpected error occurred, which the node's log tells."),
    NO_SUCH_PRESET("There is no such preset."),
    TOO_MANY_PRESETS("There are {most} presets already."),
    DELETE_A_PRESET("Delete one that nobody needs."),
    ADMINS_CHANGE_PRESETS("Only administrators may change the presets."),
    BOTH_HAVE_NAME("Both accounts have a VM named \"{name}\"."),
    RENAME_ONE("Rename one of them first."),
    ADMINS_SEE_USAGE("Only administrators may see what others have."),
    VMS_OWNED("The account has VMs, or had some that are in the bin."),
    DELETE_VMS("Delete them, and empty the bin.");

    private final String pattern;

    VmMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("vm", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
