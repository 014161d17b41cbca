package io.likewire.cli.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whoever reads our output through a pipe. A write finds that they have gone, but there may be nothing to write for hours, and
 * Java cannot ask. GNU tail follows its output too: one that follows nothing else ends when the reader does, or with us.
 */
public final class PipeReader {
    private static final Path OUTPUT = Path.of("/proc/self/fd/1");

    private PipeReader() {}

    /** This process ends when its reader has gone; not where the output is no pipe, or there is no such tail. */
    public static void endWithIt() {
        try {
            if (Files.readSymbolicLink(OUTPUT).toString().startsWith("pipe:")) {
                String us = "--pid=" + ProcessHandle.current().pid();
                Process tail = new ProcessBuilder("tail", us, "-f", "/dev/null")
                        .redirectOutput(Redirect.INHERIT)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy));
                tail.onExit().thenAccept(ended -> {
                    if (ended.exitValue() != 0 && isSilent(ended)) {
                        System.exit(ClosedOutput.EXIT);
                    }
                });
            }
        } catch (IOException | UnsupportedOperationException e) {
            // a write will tell
        }
    }

    /** Another tail says that it does not know what we want. */
    private static boolean isSilent(Process tail) {
        try {
            return tail.getErrorStream().read() < 0;
        } catch (IOException e) {
            return false;
        }
    }
}
