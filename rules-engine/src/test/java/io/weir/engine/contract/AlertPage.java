package io.weir.engine.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/alerts.md and the examples in it; -Dweir.golden.write writes those anew that come from a run. */
public final class AlertPage {

    private static final Path PAGE = AlertSchema.DOCS.resolve("alerts.md");

    private AlertPage() {}

    /** The only block that is marked so. */
    public static String block(String mark) {
        Matcher matcher = pattern(mark).matcher(text());
        if (!matcher.find()) {
            throw new AssertionError(PAGE + " has no block marked '" + mark + "'");
        }
        return matcher.group(1);
    }

    /** What a run gave, to be compared with the page. */
    public static String blockOf(String mark, String fromTheRun) {
        if (System.getProperty("weir.golden.write") != null) {
            String block = "```" + mark + "\n" + fromTheRun + "```";
            write(pattern(mark).matcher(text()).replaceFirst(Matcher.quoteReplacement(block)));
        }
        return block(mark);
    }

    private static Pattern pattern(String mark) {
        return Pattern.compile("(?ms)^```" + Pattern.quote(mark) + "\\n(.*?)^```$");
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(PAGE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
