package io.obox.vm.internal.message;

import io.obox.problem.ProblemKind;

/** Kinds of problems that VMs have. */
public enum VmProblem implements ProblemKind {
    VM_PROTECTED(409, "VM protected"),
    HOST_UNREACHABLE(503, "Host unreachable"),
    NAME_TAKEN(409, "Name taken"),
    QUOTA_EXCEEDED(409, "Quota exceeded"),
    HOST_REFUSED(409, "Refused by the host"),
    HOST_LACKS(409, "Missing on the host"),
    PROVISION_FAILED(502, "The hypervisor failed"),
    VMS_OWNED(409, "VMs left"),
    IMAGE_GONE(409, "The image is gone");

    private final int status;
    private final String title;

    VmProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
