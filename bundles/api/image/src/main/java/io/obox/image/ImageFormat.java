package io.obox.image;

/** How the file of an image is laid out. */
public enum ImageFormat {
    /** QEMU copy on write, version 2 or 3. */
    QCOW2,
    /** The disk's bytes as they are. */
    RAW
}
