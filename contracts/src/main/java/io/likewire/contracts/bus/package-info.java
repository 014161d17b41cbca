/** Request and reply over the clustered event bus: at most once, with a deadline, failing fast. */
package io.likewire.contracts.bus;
