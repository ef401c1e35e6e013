package ridscope.desktop.export;

import java.util.Optional;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureProof;

/**
 * What the page shows of the picture that is asked for.
 *
 * @param proof the picture on its pages; empty where there is none
 * @param problem why there is none, in one sentence; empty where there is one
 */
record Proof(Optional<PictureProof> proof, String problem) {

    /** Nothing is known yet. */
    static final Proof NONE = new Proof(Optional.empty(), "");

    static Proof of(PictureProof proof) {
        return new Proof(Optional.of(proof), "");
    }

    static Proof failed(PictureException why) {
        return new Proof(Optional.empty(), why.getMessage());
    }
}
