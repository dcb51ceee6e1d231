package io.weir.cli.demo;

import io.weir.cli.remote.Contexts;
import io.weir.samples.SampleFolders;
import java.nio.file.Path;
import java.util.List;

/** What the demo says once all parts run. */
record Welcome(DemoSettings settings, String kafka, String languageModel, Path log) {

    List<String> lines() {
        // Whoever has logged in elsewhere must not publish there by mistake.
        boolean found =
                settings.port() == DemoSettings.DEFAULT_PORT && Contexts.read().current() == null;
        String server = found ? "" : " --server " + api();
        return List.of(
                "",
                "  admin API       " + api() + "/api/v1/status",
                "  Flink           http://127.0.0.1:" + settings.uiPort(),
                "  Kafka           " + kafka,
                "  language model  " + languageModel + " (scripted: no model is behind it)",
                "  log             " + log,
                "",
                "Try in another terminal, while alerts go by:",
                "",
                "  ./weir publish " + path("try-me/crypto-watch.weir") + server + "     # a new rule",
                "  ./weir models push " + path("card-fraud/model-v2") + " --name fraud" + server + "     # a new model",
                "");
    }

    private String api() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** As seen from here, where that is shorter. */
    private static String path(String sample) {
        Path here = Path.of("").toAbsolutePath();
        Path file = SampleFolders.story(sample).toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }
}
