package io.likewire.products.store;

import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductSort;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** An order of the list in SQL: its index, and the condition that is true behind a position. */
enum ListOrder {
    ID("PRIMARY", "id > ?", "id"),
    MOST_LIKED("products_by_likes", "(likes < ? OR (likes = ? AND id < ?))", "likes DESC, id DESC"),
    TITLE("products_by_title", "(title > ? OR (title = ? AND id > ?))", "title, id"),
    NEWEST("products_by_creation", "(created_at < ? OR (created_at = ? AND id < ?))", "created_at DESC, id DESC"),
    ID_DESCENDING("PRIMARY", "id < ?", "id DESC"),
    LEAST_LIKED("products_by_likes", "(likes > ? OR (likes = ? AND id > ?))", "likes, id"),
    TITLE_DESCENDING("products_by_title", "(title < ? OR (title = ? AND id < ?))", "title DESC, id DESC"),
    OLDEST("products_by_creation", "(created_at > ? OR (created_at = ? AND id > ?))", "created_at, id");

    final String index;
    final String behind;
    final String orderBy;

    ListOrder(String index, String behind, String orderBy) {
        this.index = index;
        this.behind = behind;
        this.orderBy = orderBy;
    }

    static ListOrder of(ProductSort sort) {
        return valueOf(sort.name());
    }

    /** What {@link #behind} asks for. */
    List<Object> values(ProductPosition position) {
        Object key =
                switch (this) {
                    case ID, ID_DESCENDING -> null;
                    case MOST_LIKED, LEAST_LIKED -> Long.valueOf(position.key());
                    case TITLE, TITLE_DESCENDING -> position.key();
                    case NEWEST, OLDEST -> LocalDateTime.ofInstant(Instant.parse(position.key()), ZoneOffset.UTC);
                };
        return key == null ? List.of(position.id()) : List.of(key, key, position.id());
    }
}
