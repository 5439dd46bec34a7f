package dev.hansom.score.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Model;
import dev.hansom.score.Range;
import dev.hansom.score.Samples;
import dev.hansom.score.Type;
import dev.hansom.score.expression.Table;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.kernel.Formula;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final int HEAD = 20;
    private static final int SUM = 32;

    @Test
    void everyPartComesBack() {
        for (Model model : List.of(Samples.rule(), Samples.linear(), Samples.forest())) {
            Model back = Model.read(model.bytes());
            assertThat(back.signature()).isEqualTo(model.signature());
            assertThat(back.vocabulary()).isEqualTo(model.vocabulary());
            assertThat(back.features()).isEqualTo(model.features());
            assertThat(back.provenance()).isEqualTo(model.provenance());
            assertThat(back.kernel()).hasSameClassAs(model.kernel());
            assertThat(back.bytes()).isEqualTo(model.bytes());
        }
    }

    @Test
    void tablesOfAllTypesAndTheRangeComeBack() {
        List<Table> tables = List.of(
                new Table("borough", Map.of(1L, "north"), "none", "a list"),
                new Table("height", Type.INT64, Type.DOUBLE, Map.of(1L, 2.5, -3L, 1e-9), null, "a list"),
                new Table("rank", Type.STRING, Type.DOUBLE, Map.of("a", 1.0, "é", 2.0), 0.5, "a list"),
                new Table("tongue", Type.STRING, Type.STRING, Map.of("a", "b"), "", "a list"));
        Model model = new Model(
                Samples.rule().signature(),
                new Vocabulary(tables, List.of(), List.of()),
                List.of(),
                new Formula("height(1) + rank('é')"),
                Samples.rule().provenance(),
                new Range(0, 4));
        Model back = Model.read(model.bytes());
        assertThat(back.vocabulary().tables()).isEqualTo(tables);
        assertThat(back.range()).isEqualTo(new Range(0, 4));
        assertThat(back.bytes()).isEqualTo(model.bytes());
        assertThat(back.predict(Map.of())).isEqualTo(4);
    }

    @Test
    void theSameModelAlwaysGivesTheSameBytes() {
        assertThat(Samples.forest().bytes()).isEqualTo(Samples.forest().bytes());
    }

    @Test
    void aFileCutAtAnyLengthRefuses() {
        byte[] whole = Samples.forest().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Model.read(part)).isInstanceOf(ModelFormatException.class);
        }
        assertThatThrownBy(() -> Model.read(Arrays.copyOf(whole, 300)))
                .hasMessageContaining("300 bytes (expected: " + whole.length);
        assertThatThrownBy(() -> Model.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aFileWithAnyByteAlteredRefuses() {
        byte[] whole = Samples.forest().bytes();
        for (int at = 0; at < whole.length; at++) {
            for (int bit : new int[] {1, 0x80, 0xff}) {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) bit;
                assertThatThrownBy(() -> Model.read(altered)).isInstanceOf(ModelFormatException.class);
            }
        }
    }

    @Test
    void aFileAlteredWithARightChecksumRefusesOrIsAModelAndNeverBreaksOtherwise() {
        for (Model model : List.of(Samples.rule(), Samples.linear(), Samples.forest())) {
            byte[] whole = model.bytes();
            for (int at = 8; at < whole.length - SUM; at++) {
                byte[] altered = whole.clone();
                altered[at] = (byte) new int[] {0, 1, 0x7f, 0x80, 0xff}[at % 5];
                assertReadsOrRefuses(signed(altered));
            }
        }
    }

    @Test
    void noiseWithARightChecksumRefuses() {
        Random random = new Random(4);
        byte[] head = Arrays.copyOf(Samples.rule().bytes(), HEAD);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[HEAD + random.nextInt(200) + SUM];
            random.nextBytes(noise);
            System.arraycopy(head, 0, noise, 0, HEAD);
            ByteBuffer.wrap(noise).putLong(12, noise.length);
            assertThatThrownBy(() -> Model.read(signed(noise))).isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void aNewerVersionRefusesByName() {
        byte[] newer = Samples.rule().bytes();
        ByteBuffer.wrap(newer).putInt(8, 2);
        assertThatThrownBy(() -> Model.read(signed(newer)))
                .hasMessageContaining("version 2")
                .hasMessageContaining("newer");
    }

    @Test
    void anotherKindOfFileRefusesByItsFirstBytes() {
        assertThatThrownBy(() -> Model.read("{\"learner\":{}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("first bytes");
        assertThatThrownBy(() -> Model.read(new byte[0])).hasMessageContaining("no bytes");
    }

    @Test
    void aClaimOfFourBillionItemsIsNotBelieved() {
        byte[] whole = Samples.forest().bytes();
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("LOOK") + 12;
        ByteBuffer.wrap(whole).putInt(at, -1);
        assertThatThrownBy(() -> Model.read(signed(whole)))
                .hasMessageContaining("section LOOK")
                .hasMessageContaining("4294967295");
    }

    @Test
    void aSectionThatMayBeSkippedIsSkippedAndAnyOtherRefuses() {
        assertThat(Model.read(withSection("note")).bytes())
                .isEqualTo(Samples.rule().bytes());
        assertThatThrownBy(() -> Model.read(withSection("NOTE"))).hasMessageContaining("section NOTE");
        assertThatThrownBy(() -> Model.read(withSection("PROV"))).hasMessageContaining("PROV again");
    }

    private static byte[] withSection(String tag) {
        byte[] whole = Samples.rule().bytes();
        ByteBuffer longer = ByteBuffer.allocate(whole.length + 15);
        longer.put(whole, 0, whole.length - SUM);
        longer.put(tag.getBytes(StandardCharsets.US_ASCII)).putLong(3).put(new byte[] {1, 2, 3});
        longer.putLong(12, longer.capacity());
        return signed(longer.array());
    }

    private static void assertReadsOrRefuses(byte[] bytes) {
        try {
            assertThat(Model.read(bytes)).isNotNull();
        } catch (ModelFormatException e) {
            assertThat(e).hasMessageStartingWith("model file");
        }
    }

    static byte[] signed(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, bytes.length - SUM);
            System.arraycopy(digest.digest(), 0, bytes, bytes.length - SUM, SUM);
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
