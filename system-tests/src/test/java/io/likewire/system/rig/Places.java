package io.likewire.system.rig;

import java.util.List;

/** Where the nodes of a cluster listen for each other. */
public interface Places {
    /** All of them on one address. */
    Places ONE_HOST = new Places() {
        @Override
        public String host(int node) {
            return "127.0.0.1";
        }

        @Override
        public List<String> prefix(int node) {
            return List.of();
        }

        @Override
        public int busPort() {
            return 0;
        }
    };

    /** The address of a node, by its number in the order of launch. */
    String host(int node);

    /** The command that becomes its process; may be empty. */
    List<String> prefix(int node);

    /** Of every node; 0 for any free one. */
    int busPort();
}
