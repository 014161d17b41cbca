package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeCount;

/** A product's new absolute count, and what the batch added and removed. */
public record CountChange(LikeCount count, int added, int removed) {}
