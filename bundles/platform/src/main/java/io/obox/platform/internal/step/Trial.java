package io.obox.platform.internal.step;

import io.obox.lifecycle.Waiver;
import io.obox.platform.internal.proof.Proof;
import io.obox.platform.internal.proof.Quarantine;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A run of a new version that nobody sees, so that one that is broken never serves. */
final class Trial {
    private final BundleContext context;
    private final Proof proof;
    private final Graces graces;

    Trial(BundleContext context, Proof proof, Graces graces) {
        this.context = context;
        this.proof = proof;
        this.graces = graces;
    }

    /** Returns when the version has done all that is demanded, and is stopped again. */
    void run(Bundle successor, Proof.Demand demand, Set<Waiver> waivers) throws Exception {
        Quarantine quarantine = new Quarantine(context, successor);
        try (Uses uses = new Uses(proof.activation(), graces.stop())) {
            new Start(proof, graces).run("prove", successor, () -> {
                successor.start(Bundle.START_TRANSIENT);
                Await.none(
                        () -> proof.faultsAlone(uses.activation(), successor, demand),
                        () -> proof.failures(successor),
                        graces.start());
                proof.refuseLess(successor, demand, waivers);
                return successor;
            });
        } catch (Exception e) {
            stopAfter(e, successor, quarantine);
            throw e;
        }
        stop(successor, quarantine);
    }

    private void stopAfter(Exception failure, Bundle successor, Quarantine quarantine) {
        boolean interrupted = Thread.interrupted();
        try {
            stop(successor, quarantine);
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What does not stop stays out of sight. */
    private void stop(Bundle successor, Quarantine quarantine) throws Exception {
        Limited.run("stop", graces.stop(), () -> {
            successor.stop(Bundle.STOP_TRANSIENT);
            return successor;
        });
        quarantine.close();
    }
}
