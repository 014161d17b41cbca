/** All events of a service once more, after a database was put back to an older state. */
package io.likewire.platform.recovery;
