package io.obox.platform.internal.step;

/** Something that is taken back unless it comes to its good end, in whatever way it is left before. */
final class Undertaking implements AutoCloseable {
    private final Runnable takeBack;
    private boolean accomplished;

    Undertaking(Runnable takeBack) {
        this.takeBack = takeBack;
    }

    void accomplished() {
        accomplished = true;
    }

    @Override
    public void close() {
        if (!accomplished) {
            takeBack.run();
        }
    }
}
