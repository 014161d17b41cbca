package io.likewire.system.deploy;

import java.util.List;
import java.util.stream.Stream;

/** What manifests must keep to. */
interface Rule {
    /** One line for each breach. */
    List<String> faults(List<Manifest> manifests);

    static Stream<Manifest> of(List<Manifest> manifests, String kind) {
        return manifests.stream().filter(manifest -> manifest.is(kind));
    }
}
