package io.likewire.system.rig;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.StartTimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return start(proxy -> proxy.nginx("net03_nginx_default_host.conf", "127.0.0.1:8091", gateway));
    }

    /** One without TLS that compresses, and so weakens ETags. */
    public static ReverseProxy compressingNginx(URI gateway) {
        return start(proxy -> proxy.nginx("net02_nginx_gzip.conf", "127.0.0.1:8090", gateway));
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
                events {}
                http {
                  access_log off;
                  gzip on;
                  gzip_proxied any;
                  gzip_types application/json text/css text/javascript;
                %s}
                """;
        return started(String.format(Locale.ROOT, around, server));
    }

    /** A whole file, as somebody has it. */
    private List<String> nginx(String name, String listen, URI gateway) throws IOException {
        try (InputStream file = ReverseProxy.class.getResourceAsStream("/proxies/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String own = "127.0.0.1:" + port;
            return started(replaced(text, listen, own, "http://127.0.0.1:8080", gateway.toString()));
        }
    }

    /** All that it writes is in its folder. */
    private List<String> started(String configuration) throws IOException {
        String paths = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> kind + "_temp_path " + kind + ";")
                .collect(Collectors.joining("\n", "http {\n", "\n"));
        String main = "daemon off;\nmaster_process off;\npid nginx.pid;\n";
        Path file = Files.writeString(folder.resolve("nginx.conf"), main + replaced(configuration, "http {", paths));
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
