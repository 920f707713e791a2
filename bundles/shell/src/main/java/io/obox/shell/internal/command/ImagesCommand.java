package io.obox.shell.internal.command;

import io.obox.image.Image;
import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.user.Caller;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:images}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "images"})
public final class ImagesCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of("images", "lists the images").flag("json");
    private static final long MIB = 1 << 20;

    private final Services services;

    /** On these services. */
    @Activate
    public ImagesCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Caller caller = invocation.caller();
        Stream<Image> images = Listing.all(page -> services.images().list(caller, page));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), images);
            return;
        }
        Table table = new Table("NAME", "STATE", "OS", "VERSION", "ARCH", "FORMAT", "SIZE", "LOGIN", "ID");
        images.forEach(image -> table.row(
                image.name(),
                image.state().name().toLowerCase(Locale.ROOT),
                image.os(),
                image.version(),
                image.arch(),
                image.format().name().toLowerCase(Locale.ROOT),
                image.sizeBytes() / MIB + " MiB",
                image.defaultUser(),
                image.id()));
        table.print(invocation.out());
    }
}
