package io.weir.admin.http;

import io.weir.admin.alerts.AlertListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Alerts as server-sent events. */
final class EventStream implements AlertListener {

    private static final String EVENT = "alert";

    private final OutputStream out;

    EventStream(OutputStream out) {
        this.out = out;
    }

    // An id without data is no event, but a client keeps it: one that loses its connection now resumes here.
    @Override
    public void begins(String position) throws IOException {
        write("id: " + position + "\n\n");
    }

    @Override
    public void alert(String position, byte[] json) throws IOException {
        String data = new String(json, StandardCharsets.UTF_8).replaceAll("\\R", "\ndata: ");
        write("event: " + EVENT + "\nid: " + position + "\ndata: " + data + "\n\n");
    }

    @Override
    public void quiet() throws IOException {
        write(":\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
