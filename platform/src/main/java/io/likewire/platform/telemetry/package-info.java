/** What is measured for all services alike, beside what Vert.x measures by itself. */
package io.likewire.platform.telemetry;
