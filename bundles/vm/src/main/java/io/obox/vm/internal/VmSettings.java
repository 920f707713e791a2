package io.obox.vm.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of VMs, images and hosts. */
@ObjectClassDefinition(pid = VmSettings.PID, name = "OBox virtual machines")
public @interface VmSettings {
    /** Where the settings are configured. */
    String PID = "io.obox.vm";

    /** Folder of the image files. */
    @AttributeDefinition(
            name = "Folder with image files",
            description = "Files <os>/<version>.qcow2 or <os>/<version>.img below it are the catalogue of images.")
    String imagesDir() default "terraform/cloud_img/images";

    /** Data folder. */
    @AttributeDefinition(name = "Data folder; empty for the platform's own")
    String data() default "";

    /** How many vCPUs are promised per processor. */
    @AttributeDefinition(name = "vCPUs that are promised to VMs per processor of a host")
    int vcpusPerCpu() default 16;
}
