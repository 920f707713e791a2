package io.obox.image.internal.catalogue;

import io.obox.host.Hosts;
import io.obox.image.Image;
import io.obox.image.ImageCopy;
import io.obox.image.ImageCopy.Kind;
import io.obox.image.Images;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The catalogue as every user may read it. */
@Component(service = {Images.class, ImageService.class})
public final class ImageService implements Images {
    private final Catalogue catalogue;
    private final Copies copies;
    private final PoolCopies pools;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Hosts hosts;

    /** Within the bundle. */
    @Activate
    public ImageService(@Reference Catalogue catalogue, @Reference Copies copies, @Reference PoolCopies pools) {
        this.catalogue = catalogue;
        this.copies = copies;
        this.pools = pools;
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
        return catalogue
                .find(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound(ImageMessage.NO_SUCH_IMAGE.with())));
    }

    @Override
    public List<ImageCopy> copies(Caller caller, UUID id) {
        UUID image = get(caller, id).id();
        Stream<ImageCopy> nodes = copies.holders(image).stream().map(ImageCopyDocument::ofNode);
        return Stream.concat(nodes.distinct(), inPools(image)).toList();
    }

    private Stream<ImageCopy> inPools(UUID image) {
        Set<UUID> having = pools.hosts().getOrDefault(image, Set.of());
        return hosts.names(having).entrySet().stream()
                .map(host -> new ImageCopyDocument(Kind.HOST, host.getKey().toString(), host.getValue()))
                .sorted(Comparator.comparing(ImageCopyDocument::name))
                .map(ImageCopy.class::cast);
    }
}
