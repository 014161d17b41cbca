package io.likewire.likes.domain;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What a batch comes to.
 *
 * @param answers one per command, in order
 * @param written likes to insert, or to hand over to a newer command; in key order
 * @param removed likes to delete; in key order
 * @param counts of the products touched; in order of id
 */
public record Changes(
        List<Answer> answers, SortedMap<Pair, UUID> written, List<Pair> removed, List<CountChange> counts) {}
