package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The text of a CSV file: its encoding, its beginning, and the whole of it in UTF-8.
///
/// A byte order mark decides; without one, text that is valid UTF-8 is UTF-8, text with a zero byte beside every other
/// is
/// UTF-16, and anything else is Windows-1252, which holds all that Latin-1 has in print.
/// Errors: `DATA_UNREADABLE` for a file with nothing in it, with NUL bytes, or in two encodings; `FILE_UNUSABLE`.
final class CsvText {
    private static final int HEAD = 1 << 20;
    private static final long LOOKED_THROUGH = 64L << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CsvText() {}

    /// The encoding of `file`, from its first 64 MiB.
    static Charset encoding(DataFile file) {
        Utf8Scan scan = new Utf8Scan();
        byte[] start = head(file, 4096);
        if (start.length == 0) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, file.path().toString(), "the file is empty")
                            .expected("rows"));
        }
        Charset wide = wide(start);
        if (!wide.equals(StandardCharsets.UTF_8)) {
            return wide;
        }
        try (InputStream in = open(file)) {
            byte[] buffer = new byte[1 << 16];
            long seen = 0;
            for (int n = in.read(buffer); n >= 0 && seen < LOOKED_THROUGH; n = in.read(buffer)) {
                scan.add(buffer, n);
                seen += n;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (scan.nulLine() > 0) {
            throw new ProblemException(Problem.of(
                            ErrorCode.DATA_UNREADABLE,
                            file.path() + ": line " + scan.nulLine(),
                            "a NUL byte in the text")
                    .expected("text")
                    .next("mend the file; or " + file.by().style("encoding")));
        }
        if (scan.badLine() == 0) {
            return StandardCharsets.UTF_8;
        }
        if (scan.goodLine() > 0) {
            throw new ProblemException(Problem.of(
                            ErrorCode.DATA_UNREADABLE,
                            file.path() + ": line " + scan.badLine(),
                            "the text is not UTF-8, though that of line " + scan.goodLine() + " is")
                    .expected("one encoding in the whole file")
                    .next("mend the file; or " + file.by().style("encoding")));
        }
        return WINDOWS;
    }

    /// The first megabyte as text, whole lines only where there is more.
    static String head(DataFile file, Charset encoding) {
        byte[] bytes = head(file, HEAD);
        String text = new String(bytes, encoding);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int last = text.lastIndexOf('\n');
        return bytes.length < HEAD || last < 0 ? text : text.substring(0, last + 1);
    }

    /// Writes the whole of `file` to `utf8`, without a byte order mark.
    static void recode(DataFile file, Charset encoding, Path utf8) {
        try (Reader in = new InputStreamReader(
                        open(file),
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
                BufferedWriter out = Files.newBufferedWriter(utf8)) {
            char[] buffer = new char[1 << 16];
            boolean first = true;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int mark = first && n > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
                out.write(buffer, mark, n - mark);
                first = false;
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.DATA_UNREADABLE, file.path().toString(), "the text is not " + encoding.name())
                            .next("mend the file; or " + file.by().style("encoding")),
                    e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] head(DataFile file, int most) {
        try (InputStream in = open(file)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(in.readNBytes(most));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream open(DataFile file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
        return file.name().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /// UTF-16 where its mark or the zero bytes of plain letters say so, else UTF-8 as a first guess.
    private static Charset wide(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int most = head.length / 2;
        if (odd > 0.6 * most && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return even > 0.6 * most && odd == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static ProblemException unreadable(DataFile file, IOException error) {
        boolean damaged = error instanceof java.util.zip.ZipException || error instanceof java.io.EOFException;
        return new ProblemException(
                Problem.of(
                                damaged ? ErrorCode.DATA_UNREADABLE : ErrorCode.FILE_UNUSABLE,
                                file.path().toString(),
                                damaged ? "the file is damaged or of another format" : "the file cannot be read")
                        .value(Engine.firstLine(error)),
                error);
    }
}
