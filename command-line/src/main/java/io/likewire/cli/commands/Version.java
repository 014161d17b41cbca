package io.likewire.cli.commands;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("0.0.0-unpacked");
        return new String[] {
            String.format(Locale.ROOT, "likewire command-line %s, Java %s", own, System.getProperty("java.version"))
        };
    }
}
