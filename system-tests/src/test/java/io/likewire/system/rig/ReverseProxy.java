package io.likewire.system.rig;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.StartTimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy that ends TLS in front of a gateway, as docs/deployment.md says; in a folder of its own, without any right. */
public final class ReverseProxy implements AutoCloseable {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private final Path folder =
            Path.of("target", "proxies", Long.toString(System.nanoTime())).toAbsolutePath();
    private final int port = LoopbackPort.findFree();
    private Process process;

    /** The programs that the page has a configuration for. */
    public enum Kind {
        NGINX,
        HAPROXY;

        public String program() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ReverseProxy() {}

    /** Ready when it is returned. */
    public static ReverseProxy start(Kind kind, URI gateway) {
        return start(proxy -> kind == Kind.NGINX ? proxy.nginx(gateway) : proxy.haproxy(gateway));
    }

    /** One without TLS that sends its own Host. */
    public static ReverseProxy bareNginx(URI gateway) {
        return start(proxy -> proxy.nginx(
                "server { listen 127.0.0.1:" + proxy.port + "; location / { proxy_pass " + gateway + "; } }\n"));
    }

    private interface Configuration {
        List<String> commandOf(ReverseProxy proxy) throws IOException;
    }

    private static ReverseProxy start(Configuration configuration) {
        ReverseProxy proxy = new ReverseProxy();
        try {
            Files.createDirectories(proxy.folder);
            proxy.run(configuration.commandOf(proxy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return proxy;
    }

    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    private List<String> nginx(URI gateway) throws IOException {
        return nginx(replaced(
                block("nginx"),
                "listen 443 ",
                "listen 127.0.0.1:" + port + " ",
                "server 127.0.0.1:8080;",
                "server " + gateway.getAuthority() + ";",
                "/etc/ssl/shop.crt",
                LocalCertificate.certificate().toString(),
                "/etc/ssl/shop.key",
                LocalCertificate.key().toString()));
    }

    private List<String> nginx(String server) throws IOException {
        String around = """
                daemon off;
                master_process off;
                pid nginx.pid;
                events {}
                http {
                  access_log off;
                  gzip on;
                  gzip_proxied any;
                  gzip_types application/json text/css text/javascript;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                %s}
                """;
        Path file = Files.writeString(folder.resolve("nginx.conf"), String.format(Locale.ROOT, around, server));
        return List.of("nginx", "-e", "stderr", "-p", folder.toString(), "-c", file.toString());
    }

    /** The names of containers are known to their engine alone, so one line of the file is another one here. */
    private List<String> haproxy(URI gateway) throws IOException {
        Path pem = Files.writeString(
                folder.resolve("shop.pem"),
                Files.readString(LocalCertificate.certificate()) + Files.readString(LocalCertificate.key()));
        String balancer = replaced(
                Files.readString(ROOT.resolve("deploy/balancer/haproxy.cfg")),
                "bind :8080",
                "bind 127.0.0.1:" + LoopbackPort.findFree(),
                "server-template gateway 2 gateway-balanced:8080 resolvers containers init-addr libc,none",
                "server gateway " + gateway.getAuthority());
        String page = replaced(block("haproxy"), "bind :443", "bind 127.0.0.1:" + port, "/etc/ssl/shop.pem", "" + pem);
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), balancer + "\n" + page);
        return List.of("haproxy", "-db", "-f", file.toString());
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/deployment.md")));
        if (!block.find()) {
            throw new IllegalStateException("Expected docs/deployment.md to have a block of " + language);
        }
        return block.group(1);
    }

    private static String replaced(String text, String... pairs) {
        String result = text;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!result.contains(pairs[i])) {
                throw new IllegalStateException("Expected '" + pairs[i] + "' in " + text);
            }
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }

    private void run(List<String> command) throws IOException {
        Path log = folder.resolve("output.log");
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        StartTimes.of(() -> await(command.get(0)).until(() -> listens() || !process.isAlive()));
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
