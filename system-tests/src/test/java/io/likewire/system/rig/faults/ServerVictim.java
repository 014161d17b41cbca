package io.likewire.system.rig.faults;

/** A database or a broker: it comes back on its old port with its old data, and is never found dead by itself. */
record ServerVictim(String name, Runnable killing, Runnable pausing, Runnable resuming, Runnable starting)
        implements Victim {
    @Override
    public void kill() {
        killing.run();
    }

    @Override
    public void leave() {}

    @Override
    public void pause() {
        pausing.run();
    }

    @Override
    public void resume() {
        resuming.run();
    }

    @Override
    public void start() {
        starting.run();
    }

    @Override
    public boolean isAlive() {
        return true;
    }
}
