package io.obox.vm.internal.message;

import io.obox.message.MessageTemplate;

/** What jobs of VMs say. */
public enum WorkMessage implements MessageTemplate {
    NO_MAKING("The VM is {state}: it has been made already."),
    NO_HOST("The VM has no host."),
    IMAGE_BEING_READ("The file of image {name} is being read."),
    IMAGE_GONE("The image {name} that this VM was to be made from is gone, or its file has been replaced."),
    PUT_BACK("Put the file back and retry the job, or create a VM from an image that is there."),
    HYPERVISOR_FAILED("The hypervisor failed."),
    ASK_FOR_LESS("Ask for something that host {host} can do, or choose another host."),
    PROVIDE_IT("Provide it on host {host}, and retry the job."),
    MAKE_ROOM("Make room on host {host}, also by emptying the bin, and retry the job."),
    LOOK_AT_LOG("Look at the job's log, and retry the job."),
    RETRY_WHEN_UP("Retry the job when the host is UP again."),
    CANCELLED("The job was cancelled before it was done."),
    RETRY_OR_DELETE("Retry the job, or delete the VM."),
    NO_REASON("The job was given up without a reason."),
    HOST_REACHED_AGAIN("The VM's host can be reached again."),
    ASK_ONCE_MORE("Ask for it once more, so that the host is asked first."),
    ACTION("The action is {action}."),
    CANT_ASK("The host can't be asked: a guest that it may still have stays there."),
    STATE_BY_NOW("The VM is {state} by now."),
    NO_GUEST("The host does not have the guest."),
    HAS_GUEST("The host has the guest, which is {state}."),
    STEP("{step}.");

    private final String pattern;

    WorkMessage(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String code() {
        return MessageTemplate.code("vm.job", this);
    }

    @Override
    public String pattern() {
        return pattern;
    }
}
