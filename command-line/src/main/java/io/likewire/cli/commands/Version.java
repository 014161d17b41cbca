package io.likewire.cli.commands;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("0.0.0-unpacked");
        return new String[] {"likewire command-line %s, Java %s".formatted(own, System.getProperty("java.version"))};
    }
}
