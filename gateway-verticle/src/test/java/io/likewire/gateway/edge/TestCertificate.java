package io.likewire.gateway.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that nobody signed, and clients that know it. */
record TestCertificate(Path folder, KeyStore store) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    static TestCertificate in(Path folder) throws Exception {
        Path file = folder.resolve("store.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new TestCertificate(folder, store);
    }

    /** Of a gateway that shows it. */
    Map<String, String> settings() throws Exception {
        return Map.of(
                "TLS_CERT_FILE",
                        pem("CERTIFICATE", store.getCertificate("gateway").getEncoded()),
                "TLS_KEY_FILE",
                        pem("PRIVATE KEY", store.getKey("gateway", PASSWORD).getEncoded()));
    }

    private String pem(String kind, byte[] content) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8))
                        .encodeToString(content) + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(kind + ".pem"), text).toString();
    }

    HttpClient client(HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder().sslContext(context()).version(version).build();
    }

    /** Trusts this certificate. */
    SSLContext context() throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("gateway", store.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
