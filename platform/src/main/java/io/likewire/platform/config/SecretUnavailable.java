package io.likewire.platform.config;

/** Why a secret can't be had, in a few words, without anything of the secret. */
final class SecretUnavailable extends Exception {
    SecretUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
