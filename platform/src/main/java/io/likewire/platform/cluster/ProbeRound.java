package io.likewire.platform.cluster;

import java.util.Collection;

/**
 * What the other nodes said when all of them were asked once.
 *
 * @param peers how many there are in this node's view
 * @param answers of how many an answer came
 * @param reached how many say that they reach this node
 * @param absent how many say that nobody serves this node's address
 * @param silent how many say that this node does not answer
 */
record ProbeRound(int peers, int answers, int reached, int absent, int silent) {
    /** @param answers of the peers that answered */
    static ProbeRound of(int peers, Collection<PeerView> answers) {
        return new ProbeRound(
                peers,
                answers.size(),
                count(answers, PeerView.REACHED),
                count(answers, PeerView.ABSENT),
                count(answers, PeerView.SILENT));
    }

    /** Whoever can be asked agrees that this node is not reached; or nobody can be asked. */
    boolean cutOff() {
        return peers > 0 && reached == 0 && (answers == 0 || absent + silent > 0);
    }

    /** No busy or frozen node explains it. */
    boolean certain() {
        return cutOff() && absent > 0 && silent == 0;
    }

    private static int count(Collection<PeerView> answers, PeerView which) {
        return (int) answers.stream().filter(which::equals).count();
    }
}
