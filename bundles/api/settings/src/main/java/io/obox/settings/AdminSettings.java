package io.obox.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a component that is configured by an {@code @ObjectClassDefinition} of which administrators may set attributes, for all
 * nodes. It becomes a capability of the bundle; what an attribute is called, which type, bounds and options it has is read from
 * the definition. An attribute that has to differ between nodes, or that whoever runs the machine decides, is not to be named
 * here. (It can't stand at the definition, for bnd makes no capabilities of what annotation types carry.)
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.metatype.html">Metatype Service Specification</a>
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(namespace = AdminSettings.NAMESPACE)
public @interface AdminSettings {
    /** The capability's namespace. */
    String NAMESPACE = "io.obox.settings";

    /** Where the settings are configured. */
    @Attribute("pid")
    String pid();

    /** Which attributes may be set, in the order in which they are shown. */
    @Attribute("attributes")
    String[] attributes();
}
