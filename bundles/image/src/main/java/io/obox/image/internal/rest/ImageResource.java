package io.obox.image.internal.rest;

import io.obox.image.Image;
import io.obox.image.ImageCopy;
import io.obox.image.internal.catalogue.ImageService;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** {@code /api/images}. An image is shown as it is. */
@Component(service = ImageResource.class)
@JakartarsResource
@JakartarsName("obox.images")
@Path("images")
@Produces(MediaType.APPLICATION_JSON)
public final class ImageResource {
    private final ImageService images;

    /** Within the bundle. */
    @Activate
    public ImageResource(@Reference ImageService images) {
        this.images = images;
    }

    /** The catalogue. */
    @GET
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "images:read")
    public Page<Image> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context SecurityContext security) {
        return images.list(Caller.of(security.getUserPrincipal()), PageRequest.parse(limit, cursor));
    }

    /** One image. */
    @GET
    @Path("{id}")
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "images:read")
    public Image get(@PathParam("id") UUID id, @Context SecurityContext security) {
        return images.get(Caller.of(security.getUserPrincipal()), id);
    }

    /** Where its content is. */
    @GET
    @Path("{id}/copies")
    @Access(to = Audience.USERS, whose = Whose.NOBODYS, scope = "images:read")
    public List<ImageCopy> copies(@PathParam("id") UUID id, @Context SecurityContext security) {
        return images.copies(Caller.of(security.getUserPrincipal()), id);
    }
}
