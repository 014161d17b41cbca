package io.likewire.tutorial.domain;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.LikesEvent;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.tutorial.wire.TutorialEvent;
import io.likewire.tutorial.wire.TutorialForm;
import io.likewire.tutorial.wire.TutorialMessage;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tutorial's services have heard of one product. Events come twice, late and out of order; versions tell which are
 * news. A count that has grown since the newest event before is as many likes; one that fell has no form there.
 */
public final class BridgedProduct {
    private static final int MOST_TIMES = 500;

    private final long productId;
    private boolean known;
    private boolean deleted;
    private long productVersion;
    private long likes;
    private long likesVersion;
    private long imported;
    private long liked;

    /**
     * @param known whether the other side has the product
     * @param imported likes that came from there, and have not been seen in a count yet
     * @param liked likes that the other side was told of, all in all
     */
    public BridgedProduct(
            long productId,
            boolean known,
            boolean deleted,
            long productVersion,
            long likes,
            long likesVersion,
            long imported,
            long liked) {
        this.productId = productId;
        this.known = known;
        this.deleted = deleted;
        this.productVersion = productVersion;
        this.likes = likes;
        this.likesVersion = likesVersion;
        this.imported = imported;
        this.liked = liked;
    }

    /**
     * The product as it was before the bridge came: where telling begins, unless it has begun.
     *
     * @param announce whether the other side is told of it now, and not before it changes
     */
    public List<TutorialMessage> begin(ProductEvent product, LikesEvent count, boolean announce) {
        if (productVersion > 0 || likesVersion > 0) {
            return List.of();
        }
        likes = count.likes();
        likesVersion = count.version();
        if (announce && !known) {
            return hear(EventType.PRODUCT_CREATED, product);
        }
        productVersion = product.version();
        return List.of();
    }

    public List<TutorialMessage> hear(EventType type, ProductEvent event) {
        if (deleted || event.version() <= productVersion) {
            return List.of();
        }
        productVersion = event.version();
        deleted = type == EventType.PRODUCT_DELETED;
        if (deleted) {
            return known ? product(TutorialEvent.PRODUCT_DELETED, TutorialForm.deletion(productId)) : List.of();
        }
        return product(
                known ? TutorialEvent.PRODUCT_UPDATED : TutorialEvent.PRODUCT_CREATED,
                TutorialForm.product(productId, event.title(), event.image(), likes));
    }

    public List<TutorialMessage> hear(LikesEvent event) {
        if (event.version() <= likesVersion) {
            return List.of();
        }
        long added = event.likes() - likes;
        likesVersion = event.version();
        likes = event.likes();
        long theirs = Math.min(imported, Math.max(0, added));
        imported -= theirs;
        return deleted ? List.of() : likes(added - theirs);
    }

    /** As {@link #hear(LikesEvent)}, but growth that the other side can't count waits until it has the product. */
    public List<TutorialMessage> hearIfKnown(LikesEvent event) {
        return known ? hear(event) : List.of();
    }

    /** These are on their way to the other side. */
    public void tell(List<TutorialMessage> messages) {
        for (TutorialMessage message : messages) {
            if (message.event() == TutorialEvent.PRODUCT_LIKED) {
                liked += message.times();
            } else {
                known = true;
            }
        }
    }

    /** How many of the likes there were given there, and are not ours which it was told of. */
    public long theirs(long all) {
        return Math.max(0, all - liked);
    }

    private List<TutorialMessage> likes(long added) {
        List<TutorialMessage> messages = new ArrayList<>();
        for (long left = added; left > 0; left -= MOST_TIMES) {
            messages.add(new TutorialMessage(
                    TutorialMessage.ADMIN, TutorialEvent.PRODUCT_LIKED, TutorialForm.like(productId), (int)
                            Math.min(left, MOST_TIMES)));
        }
        return messages;
    }

    private static List<TutorialMessage> product(TutorialEvent event, Buffer body) {
        return List.of(new TutorialMessage(TutorialMessage.MAIN, event, body, 1));
    }

    /** As stored: the arguments of the constructor. */
    public Object[] values() {
        return new Object[] {productId, known, deleted, productVersion, likes, likesVersion, imported, liked};
    }
}
