package io.likewire.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is printed could not be written: nobody reads it any more, or there is no room. */
public final class ClosedOutput extends RuntimeException {
    /** The code of a program whose reader has gone, as shells say it. */
    public static final int EXIT = 141;

    private final boolean readerGone;

    private ClosedOutput(IOException why, boolean readerGone) {
        super("The output can't be written: " + why.getMessage(), why);
        this.readerGone = readerGone;
    }

    /** Whether a reader left, as {@code head} does when it has enough. */
    public boolean isReaderGone() {
        return readerGone;
    }

    /**
     * The stream, with failures that a PrintWriter does not hide.
     *
     * @param descriptor the stream's own, as {@code /proc/self/fd/1}
     */
    public static OutputStream failing(OutputStream stream, Path descriptor) {
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
                    throw new ClosedOutput(e, isRead(descriptor) || isBroken(e));
                }
            }
        };
    }

    /** A pipe or socket has a reader, and no room that could be full. */
    private static boolean isRead(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().matches("(pipe|socket):.*");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** In the language of the system, where it does not tell what the stream is. */
    private static boolean isBroken(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("Broken pipe");
    }
}
