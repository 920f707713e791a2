package io.obox.vm;

/** A disk of a guest. A value; what is not said has a default, so that later versions can ask for more. Immutable. */
public final class Disk {
    private final int sizeGib;

    private Disk(int sizeGib) {
        this.sizeGib = sizeGib;
    }

    /** A disk of this size in GiB. */
    public static Disk of(int sizeGib) {
        return new Disk(sizeGib);
    }

    /** Size in GiB, 1 to 10240. */
    public int sizeGib() {
        return sizeGib;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Disk that && sizeGib == that.sizeGib;
    }

    @Override
    public int hashCode() {
        return sizeGib;
    }

    @Override
    public String toString() {
        return sizeGib + " GiB";
    }
}
