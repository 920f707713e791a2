package io.obox.image;

/** Whether an image can be used. */
public enum ImageState {
    /** In the catalogue, not fetched yet. */
    AVAILABLE,
    /** Being fetched. */
    IMPORTING,
    /** VMs can be made from it. */
    READY,
    /** Could not be fetched or read. */
    FAILED
}
