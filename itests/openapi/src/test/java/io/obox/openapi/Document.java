package io.obox.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.obox.audit.internal.rest.AuditResource;
import io.obox.auth.internal.rest.AcceptanceResource;
import io.obox.auth.internal.rest.ApiTokenResource;
import io.obox.auth.internal.rest.AuthResource;
import io.obox.auth.internal.rest.InvitationsResource;
import io.obox.auth.internal.rest.ProfileResource;
import io.obox.auth.internal.rest.RegistrationResource;
import io.obox.auth.internal.rest.SecondFactorResource;
import io.obox.auth.internal.rest.SshKeyResource;
import io.obox.auth.internal.rest.UserSessionsResource;
import io.obox.auth.internal.rest.UsersResource;
import io.obox.auth.internal.rest.ViewResource;
import io.obox.host.internal.rest.HostResource;
import io.obox.image.internal.rest.ImageResource;
import io.obox.mail.internal.rest.MailResource;
import io.obox.mail.internal.rest.MailTemplateResource;
import io.obox.queue.internal.rest.JobResource;
import io.obox.settings.internal.rest.SettingsResource;
import io.obox.ui.internal.contribution.ContributionsResource;
import io.obox.vm.internal.rest.BinResource;
import io.obox.vm.internal.rest.PresetResource;
import io.obox.vm.internal.rest.TagResource;
import io.obox.vm.internal.rest.UsageResource;
import io.obox.vm.internal.rest.UserUsageResource;
import io.obox.vm.internal.rest.VmResource;
import io.obox.web.internal.event.EventServlet;
import io.obox.web.internal.openapi.OpenApiServlet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The whole document: what is the same whatever the resources are, and what comes from them. */
final class Document {
    static final List<Class<?>> RESOURCES = List.of(
            AuthResource.class,
            ProfileResource.class,
            RegistrationResource.class,
            SshKeyResource.class,
            ApiTokenResource.class,
            SecondFactorResource.class,
            ViewResource.class,
            UsersResource.class,
            UserSessionsResource.class,
            InvitationsResource.class,
            AcceptanceResource.class,
            VmResource.class,
            BinResource.class,
            PresetResource.class,
            TagResource.class,
            UsageResource.class,
            UserUsageResource.class,
            AuditResource.class,
            ImageResource.class,
            HostResource.class,
            JobResource.class,
            MailResource.class,
            SettingsResource.class,
            MailTemplateResource.class,
            ContributionsResource.class);
    /** What is described in the frame and answered by a servlet. */
    private static final Map<String, Class<?>> SERVLETS =
            Map.of("/api/events", EventServlet.class, "/api/openapi.json", OpenApiServlet.class);

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Document() {}

    static String of(Paths paths, Schemas schemas) throws IOException {
        try (InputStream frame = Document.class.getResourceAsStream("frame.json")) {
            ObjectNode document = (ObjectNode) MAPPER.readTree(frame);
            SERVLETS.forEach(
                    (path, servlet) -> DeclaredAccess.of(servlet).describe(document.withObject(pointer(path))));
            ((ObjectNode) document.get("paths")).setAll(paths.of(RESOURCES));
            ((ObjectNode) document.get("components")).set("schemas", schemas.components());
            return text(document);
        }
    }

    private static String pointer(String path) {
        return "/paths/" + path.replace("/", "~1") + "/get";
    }

    private static String text(ObjectNode document) throws JsonProcessingException {
        return MAPPER.writeValueAsString(document) + "\n";
    }
}
