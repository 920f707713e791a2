package io.obox.product.authorisation;

import io.obox.product.access.Product;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is called with, so that nothing but the caller's rights is in its way.
 *
 * @param names what the path names, as {@link Belongings} know it; empty for nothing
 * @param body makes the body; null for none
 * @param consuming whether it ends or changes the account of its caller: then each caller is somebody new
 * @param own what the domain answers where it is called in vain on purpose, as status and slug; empty where it succeeds
 */
record Fixture(String names, @Nullable Function<Belongings, Object> body, boolean consuming, String own) {
    private static final String NEW_PASSWORD = "another correct horse battery";
    private static final Fixture PLAIN = new Fixture("", null, false, "");

    private static final Map<String, Fixture> BY_ID = Map.ofEntries(
            Map.entry("streamEvents", PLAIN),
            Map.entry("listAuditRecords", PLAIN),
            Map.entry("getAuditRecord", at("audit record")),
            Map.entry("exportAuditRecords", PLAIN),
            Map.entry("verifyAuditRecords", PLAIN),
            Map.entry("listMails", PLAIN),
            Map.entry("getMailDelivery", PLAIN),
            Map.entry("sendTestMail", PLAIN),
            Map.entry("getMail", at("mail")),
            Map.entry("retryMail", at("mail")),
            Map.entry("listMailTemplates", PLAIN),
            Map.entry("getMailTemplate", at("template")),
            Map.entry(
                    "chooseMailWords", at("template").sending(Belongings::words).inVain("422 validation")),
            Map.entry(
                    "previewMailWords",
                    at("template").sending(Belongings::words).inVain("422 validation")),
            Map.entry("resetMailWords", at("template")),
            Map.entry("listUsers", PLAIN),
            Map.entry("getUser", at("user")),
            Map.entry("updateUser", at("user").sending(own -> Map.of("role", "USER"))),
            Map.entry("getUserUsage", at("user")),
            Map.entry("deleteUser", at("user")),
            Map.entry("listUserSessions", at("user")),
            Map.entry("endUserSessions", at("user")),
            Map.entry("resetSecondFactor", at("user")),
            Map.entry("inviteUser", with(Belongings::invitation)),
            Map.entry("resendInvitation", at("invitation")),
            Map.entry("withdrawInvitation", at("invitation")),
            Map.entry("getInvitation", with(own -> Map.of("token", "of-no-link"))),
            Map.entry(
                    "acceptInvitation",
                    with(own -> Map.of("token", "of-no-link", "name", "New", "password", NEW_PASSWORD))),
            Map.entry("login", with(own -> Map.of("email", Product.EMAIL, "password", Product.PASSWORD))),
            Map.entry(
                    "showSecondFactor",
                    with(own -> Map.of("challenge", "of-no-login", "code", "000000"))
                            .inVain("401 unauthenticated")),
            Map.entry("confirm", with(own -> Map.of("password", Product.PASSWORD))),
            Map.entry("getSecondFactor", PLAIN),
            Map.entry("beginSecondFactor", PLAIN),
            Map.entry(
                    "confirmSecondFactor", with(own -> Map.of("code", "000000")).inVain("422 validation")),
            Map.entry("renewRecoveryCodes", PLAIN),
            Map.entry("disableSecondFactor", PLAIN),
            Map.entry("listSettings", PLAIN),
            Map.entry("getSettings", at("settings")),
            Map.entry(
                    "changeSettings",
                    at("settings").sending(own -> Map.of("values", Map.of())).inVain("422 validation")),
            Map.entry("refresh", PLAIN),
            Map.entry("logout", PLAIN.ending()),
            Map.entry("me", PLAIN),
            Map.entry("getRegistration", PLAIN),
            Map.entry(
                    "register",
                    with(own -> Map.of(
                            "email", "new-" + own.name() + "@example.org", "password", NEW_PASSWORD, "name", "New"))),
            Map.entry("verifyEmail", with(own -> Map.of("token", "of-no-link"))),
            Map.entry("resendVerification", PLAIN),
            Map.entry("forgotPassword", with(own -> Map.of("email", "nobody@example.org"))),
            Map.entry("resetPassword", with(own -> Map.of("token", "of-no-link", "password", NEW_PASSWORD))),
            Map.entry("listSessions", PLAIN),
            Map.entry("endSession", at("session")),
            Map.entry("getProfile", PLAIN),
            Map.entry("updateProfile", with(own -> Map.of("name", "Somebody else"))),
            Map.entry(
                    "deleteProfile",
                    with(own -> Map.of("password", Product.PASSWORD)).ending()),
            Map.entry(
                    "changeEmail",
                    with(own -> Map.of("email", "moved-" + own.name() + "@example.org", "password", Product.PASSWORD))),
            Map.entry(
                    "changePassword",
                    with(own -> Map.of("currentPassword", Product.PASSWORD, "newPassword", NEW_PASSWORD))
                            .ending()),
            Map.entry("listSshKeys", PLAIN),
            Map.entry("addSshKey", with(Belongings::key)),
            Map.entry("getSshKey", at("key")),
            Map.entry("deleteSshKey", at("key")),
            Map.entry("listApiTokens", PLAIN),
            Map.entry("createApiToken", with(own -> Map.of("name", own.name(), "scopes", List.of("vms:read")))),
            Map.entry("getApiToken", at("token")),
            Map.entry("deleteApiToken", at("token")),
            Map.entry("getUsage", PLAIN),
            Map.entry("listContributions", PLAIN),
            Map.entry("listViews", PLAIN),
            Map.entry("addView", with(Belongings::view)),
            Map.entry("getView", at("view")),
            Map.entry("updateView", at("view").sending(own -> Map.of("name", own.name()))),
            Map.entry("deleteView", at("view")),
            Map.entry("listHosts", PLAIN),
            Map.entry("getHost", at("host")),
            Map.entry("listImages", PLAIN),
            Map.entry("getImage", at("image")),
            Map.entry("listImageCopies", at("image")),
            Map.entry("listJobs", PLAIN),
            Map.entry("getJob", at("job")),
            Map.entry("getJobLog", at("job")),
            Map.entry("cancelJob", at("job")),
            Map.entry("retryJob", at("job")),
            Map.entry("retryJobParts", at("job")),
            Map.entry("listVms", PLAIN),
            Map.entry("createVm", with(Belongings::vm)),
            Map.entry("getVm", at("vm")),
            Map.entry("updateVm", at("vm").sending(own -> Map.of("name", own.name()))),
            Map.entry("deleteVm", at("vm")),
            Map.entry("restoreVm", at("vm in the bin")),
            Map.entry("actOnVm", at("vm").sending(own -> Map.of("action", "stop"))),
            Map.entry("actOnVms", with(own -> Map.of("action", "stop", "q", "name:none"))),
            Map.entry("planForVms", with(own -> Map.of("action", "stop", "q", "name:none"))),
            Map.entry("listBin", PLAIN),
            Map.entry("emptyBin", PLAIN.ending()),
            Map.entry("purgeFromBin", at("vm in the bin")),
            Map.entry("listPresets", PLAIN),
            Map.entry("putPreset", at("preset").sending(own -> Map.of("vcpus", 2, "memoryMib", 192, "diskGib", 2))),
            Map.entry("deletePreset", at("preset")),
            Map.entry("listTags", PLAIN));

    /** That of an operation. */
    static Fixture of(Operation operation) {
        Fixture known = BY_ID.get(operation.id());
        if (known == null) {
            throw new AssertionError(
                    "Nobody says how " + operation.id() + " (" + operation + ") is called. Add an entry to"
                            + " Fixture.BY_ID: what its path names, and a body that is good enough for its rights to be looked at.");
        }
        return known;
    }

    private static Fixture at(String what) {
        return new Fixture(what, null, false, "");
    }

    private static Fixture with(Function<Belongings, Object> body) {
        return new Fixture("", body, false, "");
    }

    private Fixture sending(Function<Belongings, Object> made) {
        return new Fixture(names, made, consuming, own);
    }

    private Fixture inVain(String answer) {
        return new Fixture(names, body, consuming, answer);
    }

    private Fixture ending() {
        return new Fixture(names, body, true, own);
    }
}
