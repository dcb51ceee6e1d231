package io.weir.admin.access;

import java.util.regex.Pattern;

/**
 * Who acts, and from where.
 *
 * @param name as {@link Principal#name}
 * @param address of the network; empty for the server itself
 */
public record Actor(String name, String address) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST = 100;

    /** The server itself, as when it ends a publish that nobody ended. */
    public static final Actor SERVER = new Actor("server", "");

    /** Someone whose name was checked. */
    public static Actor of(Principal principal, String address) {
        return new Actor(principal.name(), address);
    }

    /** Names come from elsewhere: they must not forge a line of a log, nor fill it. */
    public static String printable(String name) {
        String printable = UNPRINTABLE.matcher(name).replaceAll("?");
        return printable.substring(0, Math.min(LONGEST, printable.length()));
    }
}
