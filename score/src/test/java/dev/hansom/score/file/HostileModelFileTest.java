package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Model;
import dev.hansom.score.Samples;
import dev.hansom.score.file.RandomNodes.Traits;
import dev.hansom.score.kernel.Arithmetic;
import dev.hansom.score.kernel.Forest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every kind of kernel and every section, cut, altered and signed again: it refuses as documented, or is a model, and
/// takes no more of the heap than the bytes there are give reason to.
class HostileModelFileTest {
    private static final int HEAD = 20;
    private static final int SUM = 32;
    /// A model is larger in memory than in its file, by some factor.
    private static final int TIMES = 64;

    @Test
    void everyFileOfTheCorpusCutAtAnyLengthRefuses() {
        CorpusModels.all().forEach((name, model) -> {
            byte[] whole = model.bytes();
            for (int length = 0; length < whole.length; length += length < 200 ? 1 : 5) {
                refused(Arrays.copyOf(whole, length), name + " cut to " + length);
            }
        });
    }

    @Test
    void everyFileOfTheCorpusWithAByteAlteredRefuses() {
        Random random = new Random(1);
        CorpusModels.all().forEach((name, model) -> {
            byte[] whole = model.bytes();
            for (int at = random.nextInt(7); at < whole.length; at += 7) {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) (1 << random.nextInt(8));
                refused(altered, name + " altered at " + at);
            }
        });
    }

    @Test
    void aSectionCutOrAlteredAndSignedAgainRefusesOrIsAModel() {
        int models = mutations(2, 1500);
        assertThat(models).isPositive();
    }

    @Test
    @Tag("slow")
    void manyMoreOfThem() {
        assertThat(mutations(3, 120_000)).isPositive();
    }

    /// How many of so many mutations are models.
    private static int mutations(long seed, int count) {
        Random random = new Random(seed);
        Map.Entry<?, ?>[] all = CorpusModels.all().entrySet().toArray(new Map.Entry<?, ?>[0]);
        int read = 0;
        for (int i = 0; i < count; i++) {
            Map.Entry<?, ?> of = all[i % all.length];
            byte[] mutant = mutated(((Model) of.getValue()).bytes(), random);
            String where = of.getKey() + ", mutation " + i + " of seed " + seed;
            read += Allocation.bounded(mutant, TIMES, where, () -> Model.read(mutant)) ? 1 : 0;
        }
        return read;
    }

    /// A few bytes altered, a count blown up, or bytes taken out of a section, and all sums as they should be.
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] mutant = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    mutant[HEAD + random.nextInt(whole.length - HEAD - SUM)] = (byte) random.nextInt();
                }
            }
            case 1 -> {
                int[] counts = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24, 0, 1, whole.length};
                int at = HEAD + random.nextInt(whole.length - HEAD - SUM - 4);
                ByteBuffer.wrap(mutant).putInt(at, counts[random.nextInt(counts.length)]);
            }
            default -> mutant = shortened(mutant, random);
        }
        return ModelFileTest.signed(mutant);
    }

    /// Some bytes of a section taken out, its length corrected and the file's.
    private static byte[] shortened(byte[] whole, Random random) {
        int at = HEAD;
        for (int skip = random.nextInt(7); skip > 0; skip--) {
            at += 12 + (int) ByteBuffer.wrap(whole).getLong(at + 4);
        }
        int length = (int) ByteBuffer.wrap(whole).getLong(at + 4);
        int less = Math.min(length, 1 + random.nextInt(16));
        int from = at + 12 + random.nextInt(length - less + 1);
        byte[] shorter = new byte[whole.length - less];
        System.arraycopy(whole, 0, shorter, 0, from);
        System.arraycopy(whole, from + less, shorter, from, shorter.length - from);
        ByteBuffer.wrap(shorter).putLong(12, shorter.length).putLong(at + 4, length - less);
        return shorter;
    }

    @Test
    void anyKernelCutAnywhereOrAlteredAnywhereRefusesOrReads() {
        CorpusModels.all().forEach((name, model) -> {
            byte[] whole = section(model);
            for (int at = 0; at < whole.length; at += at < 150 ? 1 : 7) {
                byte[] part = Arrays.copyOf(whole, at);
                assertThat(reads(part, name + " cut to " + at)).isFalse();
                byte[] altered = whole.clone();
                altered[at] = (byte) new int[] {0, 1, 0x7f, 0x80, 0xff}[at % 5];
                reads(altered, name + " altered at " + at);
            }
        });
    }

    /// As a section is read, in which arithmetic and argument errors become refusals.
    private static boolean reads(byte[] bytes, String where) {
        return Allocation.bounded(bytes, TIMES, where, () -> {
            try {
                Input input = new Input("kernel", ByteBuffer.wrap(bytes));
                KernelSection.read(input);
                input.end();
            } catch (IllegalArgumentException e) {
                throw new ModelFormatException(String.valueOf(e.getMessage()), e);
            }
        });
    }

    @Test
    void aForestThatMakesNoSenseRefusesByWhatIsWrong() {
        Forest forest = CorpusForests.forest(15, Arithmetic.DOUBLE, Traits.ALL, 1, 1);
        byte[] whole = section(CorpusForests.model(forest));
        int names = 1 + 4 + 4 + 6 + 4 + 8 + 8 + 8;
        int bases = names + 4 + 8;
        int tree = bases + 4;
        int nodes = tree + 5;
        says(put(whole, 1, -1), "-1 features");
        says(put(whole, 1, 2), "(expected: feature < 2");
        says(put(whole, 1, 1 << 25), "features (expected: 0 to");
        says(put(whole, bases, -1), "a count of 4294967295");
        says(put(whole, tree, 1), "output 1 of a tree");
        says(put(whole, tree, -1), "output -1 of a tree");
        says(with(whole, tree + 4, 16), "flags 16");
        says(put(whole, nodes, -1), "a count of");
        says(put(whole, nodes, 0), "node 0 of 0 is not there");
        says(put(whole, nodes + 4, -3), "hangs on no split");
        byte[] nan = whole.clone();
        ByteBuffer.wrap(nan).putDouble(thresholdOf(forest, nodes + 4), Double.NaN);
        says(nan, "a threshold that is no number");
    }

    /// Where the threshold of the first tree's first split by number stands.
    private static int thresholdOf(Forest forest, int nodes) {
        int node = 0;
        while (forest.tree(0).isLeaf(node) || forest.tree(0).isSet(node)) {
            node++;
        }
        return nodes + 12 * node + 4;
    }

    @Test
    void categoriesThatAreNoneRefuse() {
        says(set(5, 3), "category 3 (expected: 0 or more, in ascending order)");
        says(set(-7, 3), "category -7 (expected: 0 or more, in ascending order)");
        assertThat(reads(set(3, Integer.MAX_VALUE), "a far category")).isTrue();
    }

    /// One split by a set of two categories and its two leaves.
    private static byte[] set(int first, int second) {
        Output to = new Output();
        to.u8(4);
        to.i32(1);
        to.text("SINGLE");
        to.text("IDENTITY");
        to.f64(1);
        to.f64(1);
        to.i32(1);
        to.f64(0);
        to.i32(1);
        to.i32(0);
        to.u8(2);
        to.i32(3);
        for (int split : new int[] {0, -1, -1}) {
            to.i32(split);
            to.f32(split);
        }
        to.u8(1);
        to.i32(2);
        to.i32(first);
        to.i32(second);
        to.u8(0);
        to.u8(0);
        return to.bytes();
    }

    @Test
    void whatStandsTwiceRefuses() {
        byte[] facts = replaced(Samples.rule().bytes(), "abc\0\0\0\4data", "abc\0\0\0\4code");
        assertThatThrownBy(() -> Model.read(facts)).hasMessageContaining("the fact code again");
        byte[] keys =
                replaced(Samples.rule().bytes(), "\0\0\0\0\0\0\0\2\0\0\0\5south", "\0\0\0\0\0\0\0\1\0\0\0\5south");
        assertThatThrownBy(() -> Model.read(keys)).hasMessageContaining("the key 1 of a table again");
    }

    @Test
    void aRangeThatIsNoneRefuses() {
        byte[] whole = CorpusModels.all().get("range").bytes();
        int at = whole.length - SUM - 16;
        for (double least : new double[] {Double.NaN, 30, 31, Double.POSITIVE_INFINITY}) {
            byte[] altered = whole.clone();
            ByteBuffer.wrap(altered).putDouble(at, least);
            assertThatThrownBy(() -> Model.read(ModelFileTest.signed(altered)))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("a least below the most");
        }
    }

    private static byte[] replaced(byte[] whole, String old, String now) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return ModelFileTest.signed(text.replace(old, now).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void says(byte[] kernel, String text) {
        assertThatThrownBy(() -> KernelSection.read(new Input("kernel", ByteBuffer.wrap(kernel))))
                .isInstanceOfAny(ModelFormatException.class, IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    private static byte[] put(byte[] whole, int at, int value) {
        byte[] altered = whole.clone();
        ByteBuffer.wrap(altered).putInt(at, value);
        return altered;
    }

    private static byte[] with(byte[] whole, int at, int value) {
        byte[] altered = whole.clone();
        altered[at] = (byte) value;
        return altered;
    }

    private static byte[] section(Model model) {
        Output output = new Output();
        KernelSection.write(model.kernel(), output);
        return output.bytes();
    }

    private static void refused(byte[] bytes, String where) {
        assertThat(Allocation.bounded(bytes, 4, where, () -> Model.read(bytes)))
                .as(where)
                .isFalse();
    }
}
