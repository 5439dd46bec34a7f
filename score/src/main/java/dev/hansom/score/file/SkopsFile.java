package dev.hansom.score.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// What `skops.io.dump` wrote: a zip file with one JSON document that says of which class everything is, and arrays
/// beside it. It is read as data; no class of it is looked for and nothing is executed.
///
/// What the zip file claims to be long is not believed: it may unpack to 64 MiB and 20 times its own length.
/// Source: skops 0.16, protocol 2.
final class SkopsFile {
    private static final long FREE = 64L << 20;
    private static final int GROWTH = 20;
    private static final int DEEPEST = 1000;
    /// So many objects are looked at, and one for each byte of the document: one that holds another twice, which holds
    /// a third twice, would be looked at for ever.
    private static final int LOOKS = 1 << 17;
    private static final String DOCUMENT = "schema.json";

    private final Map<String, byte[]> entries;
    private final Map<String, Map<String, Object>> known = new HashMap<>();
    private final SkopsNode root;
    private long looks;

    private SkopsFile(Map<String, byte[]> entries) {
        this.entries = entries;
        byte[] document = entries.get(DOCUMENT);
        if (document == null) {
            throw new ModelFormatException("zip file: no " + DOCUMENT + " (expected: what skops.io.dump writes)");
        }
        Object value = new JsonSource(document).value(DEEPEST);
        remember(value);
        this.looks = LOOKS + (long) document.length;
        this.root = SkopsNode.of(this, value, "", 0);
    }

    /// Errors: what is no skops file is a [ModelFormatException].
    static SkopsFile read(byte[] bytes) {
        Map<String, byte[]> entries = new HashMap<>();
        long left = FREE + (long) GROWTH * bytes.length;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = unpack(zip, left);
                left -= content.length;
                entries.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFormatException("zip file: damaged, " + e.getMessage(), e);
        }
        return new SkopsFile(entries);
    }

    SkopsNode root() {
        return root;
    }

    /// One more object is looked at.
    void look() {
        if (--looks < 0) {
            throw new ModelFormatException("skops model: objects that hold one another again and again are not"
                    + " supported (expected: each a few times)");
        }
    }

    /// The array of entry `name`.
    Npy array(String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new ModelFormatException("skops model: no entry " + name + " (expected: an array of the document)");
        }
        return Npy.read(name, bytes);
    }

    /// The bytes of entry `name`.
    byte[] bytes(String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new ModelFormatException("skops model: no entry " + name + " (expected: bytes of the document)");
        }
        return bytes;
    }

    /// The object that stands elsewhere in the document with this number.
    Map<String, Object> known(String id) {
        Map<String, Object> node = known.get(id);
        if (node == null) {
            throw new ModelFormatException("skops model: nothing has the number " + id);
        }
        return node;
    }

    private void remember(Object value) {
        if (value instanceof Map<?, ?> members) {
            if (members.get("__id__") instanceof JsonSource.Bare id
                    && !"CachedNode".equals(members.get("__loader__"))) {
                known.putIfAbsent(id.text(), SkopsNode.members(members, ""));
            }
            members.values().forEach(this::remember);
        } else if (value instanceof List<?> items) {
            items.forEach(this::remember);
        }
    }

    private static byte[] unpack(ZipInputStream zip, long left) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            if (out.size() + (long) count > left) {
                throw new ModelFormatException("zip file: unpacks to far more than it holds (expected: a model)");
            }
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }
}
