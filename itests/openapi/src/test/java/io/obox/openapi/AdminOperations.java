package io.obox.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.obox.audit.Outcome;
import io.obox.audit.internal.chain.ProofDocument;
import io.obox.audit.internal.log.StoredRecord;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.mail.MailState;
import io.obox.mail.internal.outbox.MailDocument;
import io.obox.mail.internal.rest.DeliveryDocument;
import io.obox.mail.internal.templates.MailPreviewDocument;
import io.obox.mail.internal.templates.MailTemplateDocument;
import io.obox.page.Page;
import io.obox.queue.internal.ledger.JobDocument;
import io.obox.settings.internal.change.SettingGroupDocument;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.time.Instant;
import java.util.Map;

/** Those below {@code /admin}. */
final class AdminOperations {
    static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry(
                    "GET /admin/users",
                    Operation.of("listUsers", "Lists accounts, oldest first unless another order is asked for.")
                            .reading(Map.of("role", Role.class, "state", UserState.class))),
            Map.entry("GET /admin/users/{id}", Operation.of("getUser", "Shows an account.")),
            Map.entry(
                    "POST /admin/users",
                    Operation.of(
                                    "inviteUser",
                                    "Makes an account for somebody, and sends a link to choose a password by.")
                            .created(ManagedAccount.class)),
            Map.entry(
                    "POST /admin/users/{id}/invitation",
                    Operation.of("resendInvitation", "Sends an invitation once more, with another link.")),
            Map.entry(
                    "DELETE /admin/users/{id}/invitation",
                    Operation.of("withdrawInvitation", "Takes an invitation back, and its account with it.")
                            .answeringNothing()),
            Map.entry(
                    "GET /admin/users/{id}/sessions",
                    Operation.of("listUserSessions", "Lists the sessions of an account.")),
            Map.entry(
                    "DELETE /admin/users/{id}/second-factor",
                    Operation.of("resetSecondFactor", "Takes the second factor from whoever has lost it.")
                            .answeringNothing()),
            Map.entry(
                    "DELETE /admin/users/{id}/sessions",
                    Operation.of("endUserSessions", "Ends all sessions of an account.")
                            .answeringNothing()),
            Map.entry(
                    "GET /admin/usage/{id}", Operation.of("getUserUsage", "Shows what an account has, and may have.")),
            Map.entry(
                    "DELETE /admin/users/{id}",
                    Operation.of("deleteUser", "Deletes an account; what it has goes to another.")
                            .answeringNothing()),
            Map.entry(
                    "PATCH /admin/users/{id}", Operation.of("updateUser", "Changes what an account may do and have.")),
            Map.entry(
                    "GET /admin/mails",
                    Operation.of("listMails", "Lists mails without what they say, newest first.")
                            .answering(new TypeReference<Page<MailDocument>>() {}.getType())
                            .reading(Map.of("state", MailState.class))),
            Map.entry(
                    "GET /admin/mails/delivery",
                    Operation.of("getMailDelivery", "Tells whether mails go out, or stay in the outbox.")
                            .answering(DeliveryDocument.class)),
            Map.entry(
                    "POST /admin/mails/test",
                    Operation.of("sendTestMail", "Sends the caller a mail to try whether mail works.")
                            .accepted(JobDocument.class)),
            Map.entry(
                    "GET /admin/mails/{id}",
                    Operation.of("getMail", "Shows a mail.").answering(MailDocument.class)),
            Map.entry(
                    "POST /admin/mails/{id}/retry",
                    Operation.of("retryMail", "Sends a mail that is in the outbox or dead.")
                            .accepted(JobDocument.class)),
            Map.entry(
                    "GET /admin/mail-templates",
                    Operation.of("listMailTemplates", "Lists what mails say.")
                            .answering(new TypeReference<Page<MailTemplateDocument>>() {}.getType())),
            Map.entry(
                    "GET /admin/mail-templates/{name}",
                    Operation.of(
                                    "getMailTemplate",
                                    "Shows what mails of one kind say, and what they would say by themselves.")
                            .answering(MailTemplateDocument.class)),
            Map.entry(
                    "PUT /admin/mail-templates/{name}/{language}",
                    Operation.of("chooseMailWords", "Takes other words for mails of one kind in a language.")
                            .answering(MailTemplateDocument.class)),
            Map.entry(
                    "DELETE /admin/mail-templates/{name}/{language}",
                    Operation.of("resetMailWords", "Takes the words again that the template comes with.")
                            .answering(MailTemplateDocument.class)),
            Map.entry(
                    "POST /admin/mail-templates/{name}/{language}/preview",
                    Operation.of("previewMailWords", "Shows what a mail with these words looks like.")
                            .answering(MailPreviewDocument.class)),
            Map.entry(
                    "GET /admin/settings",
                    Operation.of("listSettings", "Lists what administrators can set for all nodes.")
                            .answering(new TypeReference<Page<SettingGroupDocument>>() {}.getType())),
            Map.entry(
                    "GET /admin/settings/{pid}",
                    Operation.of("getSettings", "Shows a group of settings.").answering(SettingGroupDocument.class)),
            Map.entry(
                    "PATCH /admin/settings/{pid}",
                    Operation.of("changeSettings", "Changes settings of a group, all that are named or none.")
                            .answering(SettingGroupDocument.class)),
            Map.entry(
                    "GET /admin/audit",
                    Operation.of("listAuditRecords", "Lists what people did and tried, newest first.")
                            .answering(new TypeReference<Page<StoredRecord>>() {}.getType())
                            .reading(Map.of("outcome", Outcome.class, "from", Instant.class, "to", Instant.class))),
            Map.entry(
                    "GET /admin/audit/{id}",
                    Operation.of("getAuditRecord", "Shows what somebody did or tried.")
                            .answering(StoredRecord.class)),
            Map.entry(
                    "GET /admin/audit/lines",
                    Operation.of("exportAuditRecords", "Gives all of that as JSON Lines, oldest first.")
                            .answering(StoredRecord.class)
                            .reading(Map.of("outcome", Outcome.class, "from", Instant.class, "to", Instant.class))),
            Map.entry(
                    "GET /admin/audit/proof",
                    Operation.of("verifyAuditRecords", "Checks that nobody changed what was recorded.")
                            .answering(ProofDocument.class)));

    private AdminOperations() {}
}
