package io.weir.cli.demo;

import io.weir.cli.remote.Contexts;

/** While the demo runs, other commands of this user on this machine find its key. */
final class DemoLogin implements AutoCloseable {

    private static final String PREFIX = "demo-";

    private final String name;

    private DemoLogin(String name) {
        this.name = name;
    }

    static DemoLogin remember(String server, String key) {
        DemoLogin login = new DemoLogin(PREFIX + server.substring(server.lastIndexOf(':') + 1));
        Contexts.read()
                .with(login.name, new Contexts.Context(server, key, null))
                .save();
        return login;
    }

    @Override
    public void close() {
        Contexts.read().without(name).save();
    }
}
