package io.weir.dsl.contract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records of the control topic to and from bytes. */
public final class ControlCodec {

    private static final Pattern RELEASE = Pattern.compile("[^/]+/release/[0-9]+");
    private static final Pattern PREPARE = Pattern.compile("[^/]+/prepare");

    private ControlCodec() {}

    public static byte[] key(ControlRecord record) {
        return record.key().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] value(ControlRecord record) {
        return ContractJson.write(record);
    }

    /** Empty for keys of a kind that this version does not know; fails as {@link ContractJson#read} for a broken value. */
    public static Optional<ControlRecord> read(byte[] key, byte[] value) {
        String text = new String(key, StandardCharsets.UTF_8);
        if (ArtifactId.parse(text).isPresent()) {
            return Optional.of(ContractJson.read(value, Artifact.class));
        } else if (RELEASE.matcher(text).matches()) {
            return Optional.of(ContractJson.read(value, Release.class));
        } else if (PREPARE.matcher(text).matches()) {
            return Optional.of(ContractJson.read(value, Prepare.class));
        }
        return Optional.empty();
    }
}
