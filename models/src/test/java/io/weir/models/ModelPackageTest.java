package io.weir.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageTest {

    @Test
    void package_zippedAndRead_isTheSame() {
        ModelPackage original = ModelPackage.ofFiles(Map.of("metadata", bytes("{}"), "data/part-0", bytes("numbers")));

        ModelPackage read = ModelPackage.ofZip(original.toZip());

        assertThat(read).isEqualTo(original);
        assertThat(read.paths()).containsExactlyInAnyOrder("metadata", "data/part-0");
        assertThat(read.file("data/part-0")).isEqualTo(bytes("numbers"));
        assertThat(read.size()).isEqualTo(9);
    }

    @Test
    void zip_ofTheSameContent_hasTheSameBytesInAnyTimeZone() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata", bytes("{}"));
        files.put("data/part-0", bytes("numbers"));
        byte[] first = ModelPackage.ofFiles(files).toZip();

        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            byte[] second = ModelPackage.ofFiles(new TreeMap<>(files)).toZip();

            assertThat(second).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void hash_ofKnownContent_neverChanges() {
        ModelPackage model = ModelPackage.ofFiles(Map.of("a", bytes("1"), "b/c", bytes("23")));

        assertThat(model.sha256()).isEqualTo("e902bde5d226ed2e96f99576844e8028b4d46fad57f797a52359c2826d3addf7");
    }

    @Test
    void hash_withBytesMovedBetweenFiles_differs() {
        ModelPackage one = ModelPackage.ofFiles(Map.of("a", bytes("xy"), "b", bytes("z")));
        ModelPackage other = ModelPackage.ofFiles(Map.of("a", bytes("x"), "b", bytes("yz")));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void package_whenItsSourceOrACopyChanges_doesNot() {
        byte[] source = bytes("numbers");
        ModelPackage model = ModelPackage.ofFiles(Map.of("data/part-0", source));

        Arrays.fill(source, (byte) 0);
        Arrays.fill(model.file("data/part-0"), (byte) 0);

        assertThat(model.file("data/part-0")).isEqualTo(bytes("numbers"));
    }

    @Test
    void directory_withHiddenFiles_isReadWithoutThem(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.write(directory.resolve("metadata"), bytes("{}"));
        Files.write(directory.resolve("data/part-0"), bytes("numbers"));
        Files.write(directory.resolve("data/.part-0.crc"), bytes("sum"));

        ModelPackage model = ModelPackage.ofDirectory(directory);

        assertThat(model.paths()).containsExactlyInAnyOrder("metadata", "data/part-0");
    }

    @Test
    void directory_thatIsNotThere_isAnIoException(@TempDir Path directory) {
        assertThatThrownBy(() -> ModelPackage.ofDirectory(directory.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a\\b", "C:/x", "a\nb", "a/..", "", "a/./b"})
    void zip_withAnUnsafePath_isRefused(String path) throws IOException {
        assertRefused(zip(Map.of(path, bytes("x"))), ModelProblemCode.PATH_UNSAFE);
    }

    @Test
    void zip_withAnUnsafeDirectory_isRefused() throws IOException {
        assertRefused(zip(Map.of("../", new byte[0])), ModelProblemCode.PATH_UNSAFE);
    }

    @Test
    void zip_withAPathTwice_isRefused() throws IOException {
        byte[] zip = zip(Map.of("metadata", bytes("1"), "metadatb", bytes("2")));
        byte[] twice =
                new String(zip, ISO_8859_1).replace("metadatb", "metadata").getBytes(ISO_8859_1);

        assertRefused(twice, ModelProblemCode.PATH_DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata", ".hidden", "folder/"})
    void zipBomb_whateverItsEntry_isRefused(String path) throws IOException {
        byte[] bomb = zipOfZeros(path, ModelPackage.MAX_BYTES + 1);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb, ModelProblemCode.TOO_LARGE);
    }

    @Test
    void zip_withTooManyFiles_isRefused() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i <= ModelPackage.MAX_FILES; i++) {
            files.put("f" + i, new byte[0]);
        }

        assertRefused(zip(files), ModelProblemCode.TOO_MANY_FILES);
    }

    @Test
    void zip_cutOffOrNoZip_isRefused() throws IOException {
        byte[] zip = zip(Map.of("metadata", bytes("some content that takes a few bytes")));

        assertRefused(Arrays.copyOf(zip, 45), ModelProblemCode.ZIP_UNREADABLE);
        assertRefused(bytes("<html>"), ModelProblemCode.ZIP_UNREADABLE);
        assertRefused(new byte[0], ModelProblemCode.ZIP_UNREADABLE);
    }

    private static void assertRefused(byte[] zip, ModelProblemCode code) {
        assertThatThrownBy(() -> ModelPackage.ofZip(zip))
                .isInstanceOfSatisfying(
                        MalformedPackageException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOfZeros(String path, long length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            zip.putNextEntry(new ZipEntry(path));
            byte[] zeros = new byte[1 << 16];
            for (long left = length; left > 0; left -= zeros.length) {
                zip.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
