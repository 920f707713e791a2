package io.obox.image.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of images. */
@ObjectClassDefinition(pid = ImageSettings.PID, name = "OBox images")
public @interface ImageSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.image";

    /** Where they were configured in OBox 0.1.0; what is found there still counts. */
    String FORMER_PID = "io.obox.vm";

    /** Folder of the image files. */
    @AttributeDefinition(
            name = "Folder with image files",
            description = "Files <os>/<version>.qcow2 or <os>/<version>.img below it are the catalogue of images.")
    String imagesDir() default "terraform/cloud_img/images";

    /** Data folder. */
    @AttributeDefinition(name = "Data folder; empty for the platform's own")
    String data() default "";

    /** When copies of a node that is gone are forgotten. */
    @AttributeDefinition(
            name = "Days after which the copies of a node that is gone are forgotten; 0 for never",
            description = "A node that comes back later enters its copies again.")
    int keepCopiesDays() default 30;
}
