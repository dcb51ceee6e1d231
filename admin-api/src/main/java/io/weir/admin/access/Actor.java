package io.weir.admin.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and from where.
 *
 * @param name starts with {@code local:} where nobody has checked it
 * @param address of the network; empty for the server itself
 */
public record Actor(String name, String address) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final int LONGEST = 100;

    /** The server itself, as when it ends a publish that nobody ended. */
    public static final Actor SERVER = new Actor("server", "");

    /** Someone on this machine who says to be of that name. */
    public static Actor unchecked(@Nullable String claimed, String address) {
        String name = claimed == null || claimed.isBlank() ? "anonymous" : claimed.strip();
        String printable = UNPRINTABLE.matcher(name).replaceAll("?");
        return new Actor("local:" + printable.substring(0, Math.min(LONGEST, printable.length())), address);
    }
}
