package io.likewire.cli.terminal;

/** For people, or for programs. */
public enum Format {
    text,
    json
}
