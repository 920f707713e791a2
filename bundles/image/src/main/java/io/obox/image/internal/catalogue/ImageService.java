package io.obox.image.internal.catalogue;

import io.obox.image.Image;
import io.obox.image.Images;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalogue as every user may read it. */
@Component(service = {Images.class, ImageService.class})
public final class ImageService implements Images {
    private final Catalogue catalogue;

    /** Within the bundle. */
    @Activate
    public ImageService(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Page<Image> list(Caller caller, PageRequest page) {
        List<Image> found = catalogue.page(page.cursor(), page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<Image> items = found.subList(0, page.limit());
        return new Page<>(items, items.getLast().name());
    }

    @Override
    public Image get(Caller caller, UUID id) {
        return catalogue.find(id).orElseThrow(() -> new ProblemException(Problem.notFound("image")));
    }
}
