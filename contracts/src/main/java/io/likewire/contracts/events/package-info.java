/** Events between services over RabbitMQ: at least once on the wire, exactly once in effect, by version. */
package io.likewire.contracts.events;
