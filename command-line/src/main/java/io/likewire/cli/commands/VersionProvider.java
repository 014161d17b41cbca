package io.likewire.cli.commands;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
                .orElse("0.0.0-unpacked");
        return new String[] {
            String.format(Locale.ROOT, "likewire command-line %s, Java %s", own, System.getProperty("java.version"))
        };
    }
}
