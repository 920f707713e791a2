package io.obox.shell.internal.command;

import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import io.obox.shell.internal.service.Services;
import io.obox.vm.TagCount;
import java.io.IOException;
import java.util.List;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:tags}. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "tags"})
public final class TagsCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "tags", "lists the tags of virtual machines and how many have them, as a tree")
            .flag("json");

    private final Services services;

    /** On these services. */
    @Activate
    public TagsCommand(@Reference Services services) {
        this.services = services;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        List<TagCount> tags = services.vms().tags(invocation.caller());
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), tags.stream());
            return;
        }
        Table table = new Table("TAG", "VMS", "EXACTLY");
        tags.forEach(tag -> table.row(tag.tag(), tag.vms(), tag.exact()));
        table.print(invocation.out());
    }
}
