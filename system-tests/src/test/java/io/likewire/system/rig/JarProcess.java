package io.likewire.system.rig;

import io.likewire.servers.testing.StartTimes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A runnable jar of this build as a process of its own, as an operator starts it. */
public final class JarProcess implements AutoCloseable {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path LOGS = Path.of("target", "process-logs");

    /** Of a machine that writes other digits, other letters, another time and another character set than most. */
    private static final List<String> ABROAD = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.extensions=u-nu-arabext",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1");

    /** The quick compiler alone starts sooner; long runs measure what is deployed. */
    private static final List<String> COMPILER = Soak.choose(List.of("-XX:TieredStopAtLevel=1"), List.of());

    private final String module;
    private final Map<String, String> environment;
    private final List<String> prefix;
    private final File log;
    private Process process;

    private JarProcess(String module, String name, Map<String, String> environment, List<String> prefix) {
        this.module = module;
        this.environment = environment;
        this.prefix = prefix;
        this.log = LOGS.resolve(name + "-" + System.nanoTime() + ".log").toFile();
    }

    /** @param environment everything the process sees, besides PATH and HOME */
    public static JarProcess start(String module, String name, Map<String, String> environment) {
        return start(module, name, environment, List.of());
    }

    /** @param prefix a command that becomes the process, such as setpriv; may be empty */
    static JarProcess start(String module, String name, Map<String, String> environment, List<String> prefix) {
        JarProcess process = new JarProcess(module, name, environment, prefix);
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
        process.start();
        return process;
    }

    /** How a jar is called with arguments. */
    public static List<String> command(String module, String... arguments) {
        Path jar = jar(module);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(ABROAD);
        command.addAll(ClassArchive.optionsOfACommand(jar));
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A command of a jar, which ends by itself. */
    public static void run(String module, String... arguments) {
        StartTimes.of(() -> Program.run(LOGS.toAbsolutePath(), Map.of(), command(module, arguments))
                .orFail());
    }

    /** What it was given, by its name. */
    public String setting(String name) {
        return environment.get(name);
    }

    /** Starts it again with the same environment; what it prints goes on in the same log. */
    public void start() {
        try {
            Files.createDirectories(LOGS);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC"));
            command.addAll(COMPILER);
            command.addAll(ABROAD);
            command.addAll(program());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar; or, before it, classes that break it on purpose. */
    private List<String> program() throws IOException {
        Path jar = jar(module);
        String mutant = mutant();
        if (mutant == null) {
            List<String> program = new ArrayList<>(ClassArchive.options(jar));
            program.addAll(List.of("-jar", jar.toString()));
            return program;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            String main = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            return List.of("-cp", mutant + ":" + jar, main);
        }
    }

    private String mutant() {
        return System.getProperty("likewire.mutant." + module);
    }

    /** Whoever runs this jar later starts sooner; this process stands still meanwhile. */
    public void archiveClasses() {
        if (mutant() == null) {
            ClassArchive.write(jar(module), process.pid());
        }
    }

    private static Path jar(String module) {
        Path jar = ROOT.resolve(module).resolve("target").resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("Expected " + jar + ": run mvn package first");
        }
        return jar;
    }

    /** Everything printed so far, both streams. */
    public String output() {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and gives the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Expected " + module + " to end, but it runs");
        }
        return process.exitValue();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; waits for the end. */
    public void terminate() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** SIGSTOP: everything stays open and nothing is answered. */
    public void pause() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder(Stream.of("kill", "-" + name, Long.toString(process.pid()))
                            .toList())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }
}
