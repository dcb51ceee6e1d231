package io.weir.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation and the examples in them. */
public final class Pages {

    private static final Path DOCS = Path.of("../docs");

    private Pages() {}

    static String text(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only block of a page that is marked so. */
    static String block(String page, String mark) {
        List<String> blocks = blocks(page, mark);
        if (blocks.size() != 1) {
            throw new AssertionError(page + " has " + blocks.size() + " blocks marked '" + mark + "'");
        }
        return blocks.get(0);
    }

    public static List<String> blocks(String page, String mark) {
        Matcher matcher = Pattern.compile("(?ms)^```" + Pattern.quote(mark) + "\\n(.*?)^```$")
                .matcher(text(page));
        return matcher.results().map(result -> result.group(1)).toList();
    }

    static List<String> names(String folder) {
        try (Stream<Path> pages = Files.list(DOCS.resolve(folder))) {
            return pages.map(page -> page.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
