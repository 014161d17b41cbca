package io.likewire.system.contract;

import org.junit.jupiter.api.Tag;

/** Over HTTP/2. */
@Tag("full")
class EveryOperationOverTlsIT extends EveryOperationIT {
    @Override
    Contract contract() {
        return Contract.secure();
    }
}
