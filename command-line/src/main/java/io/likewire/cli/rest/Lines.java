package io.likewire.cli.rest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** A body that comes line by line. It may last, but not be silent for long. */
public final class Lines {
    private Lines() {}

    /**
     * @param each false ends it
     * @return whether all came or the reader had enough; else the connection ended midway or fell silent
     */
    public static boolean read(Http http, Request request, Duration silence, Predicate<String> each) {
        try (InputStream body = http.open(request)) {
            return readAll(body, silence, each);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean readAll(InputStream body, Duration silence, Predicate<String> each) throws IOException {
        AtomicLong last = new AtomicLong(System.nanoTime());
        Timer timer = new Timer(true);
        timer.schedule(closing(body, silence, last), 1_000, 1_000);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last.set(System.nanoTime());
                if (!each.test(line)) {
                    return true;
                }
            }
            return true;
        } finally {
            timer.cancel();
        }
    }

    private static TimerTask closing(InputStream body, Duration silence, AtomicLong last) {
        return new TimerTask() {
            @Override
            public void run() {
                if (System.nanoTime() - last.get() > silence.toNanos()) {
                    try {
                        body.close();
                    } catch (IOException e) {
                        // it is closed all the same
                    }
                }
            }
        };
    }
}
