package io.likewire.auth.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.likewire.platform.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private RSA keys in a PEM file, the newest first. */
public record KeyFile(Path path) {
    public static final String SETTING = "AUTH_KEY_FILE";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final int SHORTEST_BITS = 2048;

    /** @throws ConfigException in one line, when there is no usable key */
    public List<RSAKey> read() {
        String pem = content();
        List<RSAKey> keys = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            keys.add(key(blocks.group(1)));
        }
        if (keys.isEmpty()) {
            throw new ConfigException(SETTING + ": there is no PRIVATE KEY (PEM, PKCS#8) in '" + path + "'");
        }
        return keys;
    }

    private String content() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new ConfigException(SETTING + ": can't read '" + path + "'");
        }
    }

    private RSAKey key(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(der));
            if (secret.getModulus().bitLength() < SHORTEST_BITS) {
                throw new ConfigException(SETTING + ": a key in '" + path + "' has fewer than 2048 bits");
            }
            RSAPublicKey open = (RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return named(open, secret);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new ConfigException(SETTING + ": a key in '" + path + "' is no RSA key");
        }
    }

    /** By its thumbprint (RFC 7638): whoever holds the same key calls it the same. */
    static RSAKey named(RSAPublicKey open, RSAPrivateCrtKey secret) {
        try {
            RSAKey key = new RSAKey.Builder(open).privateKey(secret).build();
            return new RSAKey.Builder(key)
                    .keyID(key.computeThumbprint().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
