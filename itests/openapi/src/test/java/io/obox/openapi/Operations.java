package io.obox.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.obox.auth.internal.account.UserDocument;
import io.obox.auth.internal.apitoken.NewApiToken;
import io.obox.auth.internal.enrolment.EnrolmentDocument;
import io.obox.auth.internal.enrolment.RecoveryCodesDocument;
import io.obox.auth.internal.invitation.InvitationDocument;
import io.obox.auth.internal.key.SshKeyDocument;
import io.obox.auth.internal.profile.ProfileDocument;
import io.obox.auth.internal.view.SavedViewDocument;
import io.obox.host.internal.table.HostDocument;
import io.obox.image.internal.catalogue.ImageCopyDocument;
import io.obox.image.internal.catalogue.ImageDocument;
import io.obox.job.JobState;
import io.obox.page.Page;
import io.obox.queue.internal.ledger.JobDocument;
import io.obox.queue.internal.ledger.JobLogLineDocument;
import io.obox.queue.internal.rest.JobPageDocument;
import io.obox.vm.PowerAction;
import io.obox.vm.RepairAction;
import io.obox.vm.VmAction;
import io.obox.vm.VmState;
import io.obox.vm.internal.presets.Preset;
import io.obox.vm.internal.rest.VmPageDocument;
import io.obox.vm.internal.vms.BulkPlanDocument;
import io.obox.vm.internal.vms.CountedTag;
import io.obox.vm.internal.vms.VmDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation by its method and path. One that the code has and this has not, or the other way round, is an error. */
final class Operations {
    static final Map<String, Operation> ALL = Stream.of(
                    Map.ofEntries(
                            Map.entry(
                                    "POST /auth/login",
                                    Operation.of("login", "Opens a session, or asks for the second factor.")
                                            .answering(UserDocument.class)),
                            Map.entry(
                                    "POST /auth/second-factor",
                                    Operation.of(
                                                    "showSecondFactor",
                                                    "Opens the session of whoever shows the second factor too.")
                                            .answering(UserDocument.class)),
                            Map.entry(
                                    "POST /auth/confirm",
                                    Operation.of("confirm", "Shows once more who the caller is, for five minutes.")
                                            .answeringNothing()),
                            Map.entry(
                                    "POST /auth/refresh",
                                    Operation.of("refresh", "Renews the tokens of a session.")
                                            .answering(UserDocument.class)),
                            Map.entry(
                                    "POST /auth/logout",
                                    Operation.of("logout", "Ends the session, if there is one.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /auth/me",
                                    Operation.of("me", "Tells who is logged in.")
                                            .answering(UserDocument.class)),
                            Map.entry(
                                    "GET /auth/registration",
                                    Operation.of("getRegistration", "Tells on which terms people can register.")),
                            Map.entry(
                                    "POST /auth/register",
                                    Operation.of("register", "Asks for an account.")
                                            .taken()),
                            Map.entry(
                                    "POST /auth/verify",
                                    Operation.of("verifyEmail", "Confirms the address that a link was sent to.")
                                            .answeringNothing()),
                            Map.entry(
                                    "POST /auth/resend",
                                    Operation.of(
                                                    "resendVerification",
                                                    "Has the caller sent another link to confirm the address by.")
                                            .taken()),
                            Map.entry(
                                    "POST /auth/forgot",
                                    Operation.of(
                                                    "forgotPassword",
                                                    "Has a link sent by which another password is chosen.")
                                            .taken()),
                            Map.entry(
                                    "POST /auth/reset",
                                    Operation.of(
                                                    "resetPassword",
                                                    "Chooses another password by a link, and ends all sessions.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /auth/sessions", Operation.of("listSessions", "Lists the caller's sessions.")),
                            Map.entry(
                                    "DELETE /auth/sessions/{id}",
                                    Operation.of("endSession", "Ends one of the caller's sessions.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /profile",
                                    Operation.of("getProfile", "Shows the caller's account, with the preferences.")
                                            .answering(ProfileDocument.class)),
                            Map.entry(
                                    "PATCH /profile",
                                    Operation.of("updateProfile", "Changes the caller's name, language or preferences.")
                                            .answering(ProfileDocument.class)),
                            Map.entry(
                                    "DELETE /profile",
                                    Operation.of("deleteProfile", "Deletes the caller's account, if it has no VMs.")
                                            .answeringNothing()),
                            Map.entry(
                                    "POST /profile/email",
                                    Operation.of(
                                                    "changeEmail",
                                                    "Asks for another address, which is to be confirmed at both.")
                                            .taken()),
                            Map.entry("GET /profile/keys", Operation.of("listSshKeys", "Lists the caller's SSH keys.")),
                            Map.entry(
                                    "POST /profile/keys",
                                    Operation.of("addSshKey", "Keeps an SSH key.")
                                            .created(SshKeyDocument.class)),
                            Map.entry(
                                    "GET /profile/keys/{id}",
                                    Operation.of("getSshKey", "Shows one of the caller's SSH keys.")),
                            Map.entry(
                                    "DELETE /profile/keys/{id}",
                                    Operation.of("deleteSshKey", "Forgets one of the caller's SSH keys.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /profile/second-factor",
                                    Operation.of(
                                            "getSecondFactor",
                                            "Shows whether the caller's account has a second factor.")),
                            Map.entry(
                                    "POST /profile/second-factor",
                                    Operation.of("beginSecondFactor", "Makes a secret for the caller's authenticator.")
                                            .answering(EnrolmentDocument.class)),
                            Map.entry(
                                    "POST /profile/second-factor/confirm",
                                    Operation.of(
                                                    "confirmSecondFactor",
                                                    "Switches the second factor on by a first code.")
                                            .answering(RecoveryCodesDocument.class)),
                            Map.entry(
                                    "POST /profile/second-factor/recovery-codes",
                                    Operation.of(
                                                    "renewRecoveryCodes",
                                                    "Makes other recovery codes in place of those before.")
                                            .answering(RecoveryCodesDocument.class)),
                            Map.entry(
                                    "DELETE /profile/second-factor",
                                    Operation.of("disableSecondFactor", "Switches the second factor off.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /profile/tokens",
                                    Operation.of("listApiTokens", "Lists the caller's API tokens.")),
                            Map.entry(
                                    "POST /profile/tokens",
                                    Operation.of(
                                                    "createApiToken",
                                                    "Makes an API token, and shows its secret this once.")
                                            .created(NewApiToken.class)),
                            Map.entry(
                                    "GET /profile/tokens/{id}",
                                    Operation.of("getApiToken", "Shows one of the caller's API tokens.")),
                            Map.entry(
                                    "DELETE /profile/tokens/{id}",
                                    Operation.of("deleteApiToken", "Deletes one of the caller's API tokens.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /views",
                                    Operation.of("listViews", "Lists the caller's saved views and the shared ones.")),
                            Map.entry(
                                    "POST /views",
                                    Operation.of("addView", "Keeps a view of a list.")
                                            .created(SavedViewDocument.class)),
                            Map.entry("GET /views/{id}", Operation.of("getView", "Shows a saved view.")),
                            Map.entry("PATCH /views/{id}", Operation.of("updateView", "Changes a saved view.")),
                            Map.entry(
                                    "DELETE /views/{id}",
                                    Operation.of("deleteView", "Forgets a saved view.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /profile/usage",
                                    Operation.of("getUsage", "Shows what the caller has, and may have.")),
                            Map.entry(
                                    "POST /profile/password",
                                    Operation.of("changePassword", "Changes the caller's password.")
                                            .answering(UserDocument.class)),
                            Map.entry(
                                    "POST /auth/invitation",
                                    Operation.of("getInvitation", "Shows what a link invites to.")
                                            .answering(InvitationDocument.class)),
                            Map.entry(
                                    "POST /auth/invitation/accept",
                                    Operation.of("acceptInvitation", "Chooses a password by the link of an invitation.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /vms",
                                    Operation.of(
                                                    "listVms",
                                                    "Lists VMs, newest first unless another order is asked for.")
                                            .answering(VmPageDocument.class)
                                            .reading(Map.of(
                                                    "state", VmState.class, "owner", UUID.class, "host", UUID.class))),
                            Map.entry(
                                    "POST /vms",
                                    Operation.of(
                                                    "createVm",
                                                    "Asks for a VM, or for several that are alike: for all of them, or none.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "GET /vms/{id}",
                                    Operation.of("getVm", "Shows a VM.").answering(VmDocument.class)),
                            Map.entry(
                                    "PATCH /vms/{id}",
                                    Operation.of("updateVm", "Changes the name, the tags or the protection of a VM.")
                                            .answering(VmDocument.class)),
                            Map.entry(
                                    "DELETE /vms/{id}",
                                    Operation.of(
                                                    "deleteVm",
                                                    "Puts a VM into the bin, or with purge takes it away for good.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "POST /vms/{id}/actions",
                                    Operation.of("actOnVm", "Changes the power of a VM, or repairs it.")
                                            .accepted(JobDocument.class)
                                            .wording(Map.of("action", List.of(PowerAction.class, RepairAction.class)))),
                            Map.entry(
                                    "POST /vms/actions",
                                    Operation.of(
                                                    "actOnVms",
                                                    "Does the same to many VMs, each of which gets a job of its own.")
                                            .accepted(JobDocument.class)
                                            .wording(Map.of("action", List.of(VmAction.class)))),
                            Map.entry(
                                    "POST /vms/actions/plan",
                                    Operation.of("planForVms", "Tells what that would do, and which VMs it would skip.")
                                            .answering(BulkPlanDocument.class)
                                            .wording(Map.of("action", List.of(VmAction.class)))),
                            Map.entry(
                                    "POST /vms/{id}/restore",
                                    Operation.of(
                                                    "restoreVm",
                                                    "Gives a VM back from the bin, under another name if one is given.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "GET /vms/bin",
                                    Operation.of(
                                                    "listBin",
                                                    "Lists the VMs in the bin, those that were deleted last first.")
                                            .answering(new TypeReference<Page<VmDocument>>() {}.getType())
                                            .reading(Map.of("owner", UUID.class))),
                            Map.entry(
                                    "DELETE /vms/bin",
                                    Operation.of("emptyBin", "Takes the VMs in the bin away for good.")
                                            .accepted(JobDocument.class)
                                            .reading(Map.of("owner", UUID.class))),
                            Map.entry(
                                    "DELETE /vms/bin/{id}",
                                    Operation.of("purgeFromBin", "Takes a VM in the bin away for good.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "GET /vms/tags",
                                    Operation.of("listTags", "Lists the tags of VMs and how many have them, as a tree.")
                                            .answering(new TypeReference<Page<CountedTag>>() {}.getType())),
                            Map.entry(
                                    "GET /vms/presets",
                                    Operation.of("listPresets", "Lists the sizes to choose from, the smallest first.")
                                            .answering(new TypeReference<Page<Preset>>() {}.getType())),
                            Map.entry(
                                    "PUT /vms/presets/{name}",
                                    Operation.of(
                                                    "putPreset",
                                                    "Adds a size to choose from, or replaces the one of this name.")
                                            .answering(Preset.class)),
                            Map.entry(
                                    "DELETE /vms/presets/{name}",
                                    Operation.of("deletePreset", "Takes a size away that could be chosen.")
                                            .answeringNothing()),
                            Map.entry(
                                    "GET /jobs",
                                    Operation.of("listJobs", "Lists jobs, newest first.")
                                            .answering(JobPageDocument.class)
                                            .reading(Map.of(
                                                    "state",
                                                    JobState.class,
                                                    "owner",
                                                    UUID.class,
                                                    "subject",
                                                    UUID.class,
                                                    "parent",
                                                    UUID.class,
                                                    "wholes",
                                                    Boolean.class))),
                            Map.entry(
                                    "GET /jobs/{id}",
                                    Operation.of("getJob", "Shows a job.").answering(JobDocument.class)),
                            Map.entry(
                                    "GET /jobs/{id}/log",
                                    Operation.of("getJobLog", "Shows what a job wrote, oldest first.")
                                            .answering(new TypeReference<Page<JobLogLineDocument>>() {}.getType())
                                            .reading(Map.of("after", Long.class))),
                            Map.entry(
                                    "POST /jobs/{id}/cancel",
                                    Operation.of("cancelJob", "Ends a job.").accepted(JobDocument.class)),
                            Map.entry(
                                    "POST /jobs/{id}/parts/retry",
                                    Operation.of(
                                                    "retryJobParts",
                                                    "Begins those parts of a job again that were given up.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "POST /jobs/{id}/retry",
                                    Operation.of("retryJob", "Begins a discarded or cancelled job again.")
                                            .accepted(JobDocument.class)),
                            Map.entry(
                                    "GET /images",
                                    Operation.of("listImages", "Lists the images.")
                                            .answering(new TypeReference<Page<ImageDocument>>() {}.getType())),
                            Map.entry(
                                    "GET /images/{id}",
                                    Operation.of("getImage", "Shows an image.").answering(ImageDocument.class)),
                            Map.entry(
                                    "GET /images/{id}/copies",
                                    Operation.of(
                                                    "listImageCopies",
                                                    "Lists the nodes and hosts that have an image's content.")
                                            .answering(new TypeReference<List<ImageCopyDocument>>() {}.getType())),
                            Map.entry(
                                    "GET /hosts",
                                    Operation.of("listHosts", "Lists the hosts by name.")
                                            .answering(new TypeReference<Page<HostDocument>>() {}.getType())),
                            Map.entry(
                                    "GET /ui/contributions",
                                    Operation.of(
                                            "listContributions",
                                            "Tells which page there is, and what bundles contribute to it.")),
                            Map.entry(
                                    "GET /hosts/{id}",
                                    Operation.of("getHost", "Shows a host.").answering(HostDocument.class))),
                    AdminOperations.ALL)
            .flatMap(some -> some.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Operations() {}
}
