package io.likewire.system.rig.faults;

import io.likewire.system.rig.JarProcess;

record NodeVictim(String name, JarProcess process) implements Victim {
    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void leave() {
        process.terminate();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public void start() {
        if (!process.isAlive()) {
            process.start();
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }
}
