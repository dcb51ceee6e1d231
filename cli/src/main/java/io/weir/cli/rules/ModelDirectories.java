package io.weir.cli.rules;

import io.weir.cli.CommandFailure;
import io.weir.models.MalformedPackageException;
import io.weir.models.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads model directories that the command line names. */
public final class ModelDirectories {

    private ModelDirectories() {}

    public static ModelPackage read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw CommandFailure.usage("no such directory: " + directory);
        }
        try {
            return ModelPackage.ofDirectory(directory);
        } catch (MalformedPackageException e) {
            throw CommandFailure.problems(directory + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + directory + ": " + e.getMessage());
        }
    }
}
