package io.likewire.auth.administrator;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.SecretFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The random password of the first administrator: in a file, where there is one, until that administrator has logged in. */
public final class FirstPassword {
    public static final String SETTING = "FIRST_PASSWORD_FILE";
    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);
    private static final int BYTES = 12;

    private final Vertx vertx;
    private final Optional<Path> file;
    private boolean forgotten;

    FirstPassword(Vertx vertx, Optional<Path> file) {
        this.vertx = vertx;
        this.file = file;
    }

    /** The one that an earlier start left in the file, or a new one, which is in the file before anybody has it. */
    Future<String> keptOrNew() {
        String fresh = random();
        return file.isEmpty() ? Future.succeededFuture(fresh) : vertx.executeBlocking(() -> keptOr(file.get(), fresh));
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String keptOr(Path file, String fresh) {
        try {
            if (Files.isSymbolicLink(file)) {
                throw new ConfigException(SETTING + ": " + file + " is a link; a password is kept in a file itself");
            }
            if (Files.exists(file) && !SecretFile.isOursOnly(file)) {
                throw new ConfigException(
                        SETTING + ": " + file + " is another user's, or others may read it; remove it");
            }
            String kept = Files.exists(file) ? Files.readString(file).strip() : "";
            if (!kept.isEmpty()) {
                return kept;
            }
            SecretFile.write(file, fresh + "\n");
            return fresh;
        } catch (IOException e) {
            throw new ConfigException(SETTING + ": can't read or write " + file + ": " + e.getMessage());
        }
    }

    String whereKept() {
        return file.map(path -> "kept in " + path + " until the first login").orElse("shown only now");
    }

    /** Removes the file. */
    void forget() {
        if (forgotten || file.isEmpty()) {
            return;
        }
        forgotten = true;
        vertx.executeBlocking(() -> Files.deleteIfExists(file.get()))
                .onFailure(failure -> LOG.warn("{} can't be removed: {}", file.get(), failure.getMessage()));
    }
}
