package io.obox.image.internal.catalogue;

/** Whether anything is made of an image. */
enum Use {
    /** Nothing is. */
    NONE,

    /** Something is. */
    SOME,

    /** Somebody who may know does not answer. */
    UNKNOWN
}
