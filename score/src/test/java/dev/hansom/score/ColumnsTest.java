package dev.hansom.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Schema schema = new Schema(List.of(
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("zone", Type.INT64),
            new Schema.Column("flag", Type.STRING)));

    @Test
    void aNewRowIsMissingEverywhere() {
        Columns columns = new Columns(schema, 1);
        for (int i = 0; i < 5; i++) {
            int row = columns.append();
            assertThat(columns.isNull(0, row)).isTrue();
            assertThat(columns.isNull(1, row)).isTrue();
            assertThat(columns.isNull(2, row)).isTrue();
        }
        assertThat(columns.size()).isEqualTo(5);
    }

    @Test
    void aSelectionKeepsValuesInTheAskedOrder() {
        Columns columns = new Columns(schema, 2);
        for (int i = 0; i < 3; i++) {
            int row = columns.append();
            columns.set(0, row, i + 0.5);
            columns.set(1, row, (long) i);
            columns.set(2, row, "f" + i);
        }
        Columns picked = columns.select(new int[] {2, 0});
        assertThat(picked.number(0, 0)).isEqualTo(2.5);
        assertThat(picked.integer(1, 1)).isZero();
        assertThat(picked.text(2, 0)).isEqualTo("f2");
    }

    @Test
    void aRowRefusesAnUnknownColumnAndAnotherKind() {
        Row row = new Row(schema);
        assertThatThrownBy(() -> row.set("mile", 1.0)).hasMessageContaining("miles");
        assertThatThrownBy(() -> row.set("zone", 1.5)).hasMessageContaining("whole");
        assertThatThrownBy(() -> row.set("flag", 1L)).hasMessageContaining("expected: text");
    }
}
