package io.obox.ui.internal.contribution;

import io.obox.ui.internal.page.PageBuild;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/ui/contributions}. Whoever is logged in may know what the page is made of. */
@Component(service = ContributionsResource.class)
@JakartarsResource
@JakartarsName("obox.ui")
@Path("ui/contributions")
@Produces(MediaType.APPLICATION_JSON)
public final class ContributionsResource {
    private final Contributions contributions;
    private final PageBuild build;

    /** Within the bundle. */
    @Activate
    public ContributionsResource(@Reference Contributions contributions, @Reference PageBuild build) {
        this.contributions = contributions;
        this.build = build;
    }

    /** Which page there is, and what belongs into it. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "profile:read")
    public ContributionsDocument list() {
        return new ContributionsDocument(
                build.id(),
                build.sdk(),
                contributions.all().stream().map(ContributionDocument::of).toList());
    }
}
