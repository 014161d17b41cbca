package io.likewire.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** What is printed could not be written: nobody reads it any more, or there is no room. */
public final class ClosedOutput extends RuntimeException {
    /** The code of a program whose reader has gone, as shells say it. */
    public static final int EXIT = 141;

    private ClosedOutput(IOException why) {
        super("The output can't be written: " + why.getMessage(), why);
    }

    /** Whether a reader left, as {@code head} does when it has enough. */
    public boolean isReaderGone() {
        return String.valueOf(getCause().getMessage()).contains("Broken pipe");
    }

    /** The stream, with failures that a PrintWriter does not hide. */
    public static OutputStream failing(OutputStream stream) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                try {
                    stream.write(bytes, from, length);
                } catch (IOException e) {
                    throw new ClosedOutput(e);
                }
            }
        };
    }
}
