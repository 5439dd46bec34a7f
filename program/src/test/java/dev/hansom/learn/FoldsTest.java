package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldsTest {
    private static final String LOOKUP = """
        lookups:
          shop_usual: {mean: y, by: [from_shop], shrink: 0}
        features: {usual: shop_usual}
        """;

    @TempDir
    Path folder;

    @Test
    void aGroupIsNeverCutAndFoldsAreAboutEqual() {
        Columns rows = Shop.rows(Shop.project(folder, LOOKUP), 1_200, 3);
        int shop = Shop.index(rows, "from_shop");
        Folds folds = Folds.groups(rows, shop, 4, 7);
        int[] foldOf = new int[12];
        Arrays.fill(foldOf, -1);
        for (int row = 0; row < rows.size(); row++) {
            int group = (int) rows.integer(shop, row);
            assertThat(foldOf[group]).isIn(-1, folds.of()[row]);
            foldOf[group] = folds.of()[row];
        }
        for (int fold = 0; fold < 4; fold++) {
            assertThat(folds.rows(fold).length).isBetween(150, 450);
            assertThat(folds.rows(fold).length + folds.others(fold).length).isEqualTo(1_200);
        }
    }

    @Test
    void whatALookupSaysOfARowIsNotLearnedFromItsGroup() {
        Project project = Shop.project(folder, "split: {group: from_shop}\n" + LOOKUP);
        Columns rows = Shop.rows(project, 1_200, 5);
        float[] before = features(project, rows);
        int shop = Shop.index(rows, "from_shop");
        for (int row = 0; row < rows.size(); row++) {
            if (rows.integer(shop, row) == 3) {
                rows.set(Shop.index(rows, "y"), row, 1_000.0 + row);
            }
        }
        float[] after = features(project, rows);
        int changed = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.integer(shop, row) == 3) {
                assertThat(after[row]).isEqualTo(before[row]);
            } else {
                changed += after[row] == before[row] ? 0 : 1;
            }
        }
        // A shop that is new has the mean of all others, and that has changed for those that learn from shop 3.
        assertThat(changed).isPositive();
    }

    @Test
    void roundsAreChosenOnOtherGroups() {
        Project project = Shop.project(folder, "split: {group: from_shop}\n" + LOOKUP);
        Columns rows = Shop.rows(project, 1_200, 5);
        OutOfFold folds = new OutOfFold(project, new Parts(project).rows(rows));
        boolean[] last = folds.latest(folds.thinned(600), 0.2);
        Set<Long> earlier = new HashSet<>();
        Set<Long> later = new HashSet<>();
        for (int i = 0; i < last.length; i++) {
            (last[i] ? later : earlier).add(rows.integer(Shop.index(rows, "from_shop"), 2 * i));
        }
        assertThat(later).isNotEmpty().doesNotContainAnyElementsOf(earlier);
        assertThat(earlier.size() + later.size()).isEqualTo(12);
    }

    private static float[] features(Project project, Columns rows) {
        return new OutOfFold(project, new Parts(project).rows(rows))
                .matrix(Parts.range(0, rows.size()), new Parts(project).targets(rows), Progress.NONE)
                .features();
    }
}
