package io.likewire.contracts.bus;

/** Told of what an endpoint answers. Called on the endpoint's context; must neither block nor throw. */
@FunctionalInterface
public interface EndpointObserver {
    /** @param failure an {@link UnexpectedFailure}: anything but a refusal. The caller got an internal error */
    void failed(Throwable failure);

    /**
     * An answer went out.
     *
     * @param action one of the address' actions; {@code none} when it has no such action
     * @param outcome {@code done}, or the slug of the problem type
     * @param nanos from the message's arrival to its answer
     */
    default void answered(String address, String action, String outcome, long nanos) {}
}
