/** How every service runs. Knows no product and no like. */
package io.likewire.platform;
