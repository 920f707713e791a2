package io.obox.host.internal.link;

/** Whether it is known which hosts this node reaches. */
@FunctionalInterface
public interface FirstLook {
    /** True from when every host that this node is to reach has been asked once. */
    boolean done();
}
