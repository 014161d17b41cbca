package io.likewire.system.contract;

import org.junit.jupiter.api.Tag;

/** Over HTTP/2; fewer, because what is behind the transport is the same. */
@Tag("full")
class FuzzOverTlsIT extends FuzzIT {
    @Override
    Contract contract() {
        return Contract.secure();
    }

    @Override
    int requests() {
        return super.requests() / 4;
    }
}
