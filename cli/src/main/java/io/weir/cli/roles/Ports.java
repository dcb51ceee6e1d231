package io.weir.cli.roles;

import io.weir.cli.CommandFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /** The port, or any free one for 0; fails in the user's words where something else has it. */
    public static int free(String option, int port) {
        if (port < 0 || port > 65_535) {
            throw CommandFailure.usage(option + " " + port + " is no port");
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw CommandFailure.usage(
                    "port " + port + " is in use; " + option + " names another, " + option + " 0 takes any free one");
        } catch (IOException e) {
            throw CommandFailure.usage("port " + port + " cannot be used: " + e.getMessage());
        }
    }
}
