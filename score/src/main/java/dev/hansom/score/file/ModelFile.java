package dev.hansom.score.file;

import dev.hansom.score.Model;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The `*.hansom` file as a whole: the frame around the sections. The package describes every byte.
public final class ModelFile {
    private static final byte[] MAGIC = HexFormat.of().parseHex("89484e534d0d0a1a");
    private static final int VERSION = 1;
    private static final int HEAD = 20;
    private static final int SUM = 32;

    private ModelFile() {}

    /// The bytes of the model's file; always the same for the same model.
    public static byte[] write(Model model) {
        byte[] sections = Sections.write(model);
        Output output = new Output();
        output.raw(MAGIC);
        output.i32(VERSION);
        output.i64((long) HEAD + sections.length + SUM);
        output.raw(sections);
        output.raw(sum(output.bytes(), HEAD + sections.length));
        return output.bytes();
    }

    /// The model of a file's bytes.
    /// Errors: a [ModelFormatException] for bytes that are no such file, are truncated or altered, or are of
    /// a newer version.
    public static Model read(byte[] bytes) {
        checkFrame(bytes);
        ByteBuffer sections =
                ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD - SUM).slice();
        return Sections.read(new Input("sections", sections));
    }

    private static void checkFrame(byte[] bytes) {
        int known = Math.min(bytes.length, MAGIC.length);
        if (known == 0 || !Arrays.equals(bytes, 0, known, MAGIC, 0, known)) {
            throw new ModelFormatException("model file: " + (known == 0 ? "no bytes" : "other first bytes")
                    + " (expected: a file that Hansom wrote, which starts with "
                    + HexFormat.of().formatHex(MAGIC)
                    + ")");
        }
        if (bytes.length < HEAD + SUM) {
            throw truncated(bytes.length, "at least " + (HEAD + SUM));
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, MAGIC.length, HEAD - MAGIC.length);
        int version = head.getInt();
        long length = head.getLong();
        if (version != VERSION) {
            throw new ModelFormatException("model file: version " + Integer.toUnsignedString(version)
                    + " (expected: up to " + VERSION + "); a newer Hansom may have written it");
        }
        if (length != bytes.length) {
            throw truncated(bytes.length, Long.toUnsignedString(length) + ", what its head says");
        }
        int end = bytes.length - SUM;
        if (!Arrays.equals(sum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new ModelFormatException(
                    "model file: another checksum than it ends with (expected: the bytes as they were written);"
                            + " fetch it again");
        }
    }

    /// The SHA-256 of the bytes, in hexadecimal.
    public static String sum(byte[] bytes) {
        return HexFormat.of().formatHex(sum(bytes, bytes.length));
    }

    private static ModelFormatException truncated(int length, String expected) {
        return new ModelFormatException(
                "model file: " + length + " bytes (expected: " + expected + "); was it copied to its end?");
    }

    private static byte[] sum(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
