package io.likewire.tutorial.domain;

import io.likewire.tutorial.wire.TutorialMessage;
import java.util.List;
import java.util.function.Function;

/**
 * An event of ours.
 *
 * @param translate what the tutorial's services are to be told because of it
 */
public record BridgedEvent(long productId, Function<BridgedProduct, List<TutorialMessage>> translate) {}
