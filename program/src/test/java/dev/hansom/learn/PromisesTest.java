package dev.hansom.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.ProblemException;
import dev.hansom.base.Progress;
import dev.hansom.project.Project;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Range;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisesTest {
    private static final String FEATURES = """
            features:
              price: price
              size: size
              paint: {category: colour}
            """;
    private static final String ROUNDS = "learner: {kind: xgboost, parameters: {rounds: 60, max_depth: 6}}\n";

    @TempDir
    Path folder;

    @Test
    void aPromisedFieldNeverMovesTheAnswerTheOtherWay() {
        Project free = Shop.project(folder, FEATURES + ROUNDS);
        assertThat(violations(free, "price"))
                .as("without a promise the noise is learned")
                .isPositive();
        Project promised = Shop.promising(folder, "decreasing", FEATURES + ROUNDS);
        assertThat(violations(promised, "price")).isZero();
        Model model = new XgboostTrainer(promised, Map.of()).fit(Shop.rows(promised, 500, 8), Progress.NONE);
        assertThat(Model.read(model.bytes()).provenance().facts()).containsEntry("monotone", "price decreasing");
    }

    private static int violations(Project project, String field) {
        Model model = new XgboostTrainer(project, Map.of()).fit(Shop.rows(project, 2_000, 8), Progress.NONE);
        Random random = new Random(3);
        int violations = 0;
        for (int trial = 0; trial < 300; trial++) {
            Map<String, Object> row = new HashMap<>();
            row.put("colour", random.nextInt(3) == 0 ? "red" : "blue");
            row.put("size", 1 + random.nextInt(4));
            double before = Double.POSITIVE_INFINITY;
            for (double value = 0; value <= 11; value += 0.05) {
                row.put(field, value);
                double answer = model.predict(row);
                violations += answer > before ? 1 : 0;
                before = answer;
            }
        }
        return violations;
    }

    @Test
    void aPromiseThatCannotBeKeptIsRefused() {
        assertThatThrownBy(() -> Shop.promising(folder, "decreasing", FEATURES + "learner: {kind: ridge}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("monotone")
                .hasMessageContaining("xgboost");
        assertThatThrownBy(() -> Shop.promising(folder, "increasing", "features: {wave: sin(price)}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("feature wave reads price");
        assertThatThrownBy(() -> Shop.promising(folder, "sideways", FEATURES))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("increasing, decreasing");
    }

    @Test
    void aModelThatBreaksItsPromiseIsRefused() {
        Project project = Shop.promising(folder, "increasing", """
                features:
                  price: price
                  wave: {expression: sin(price), monotone: increasing}
                """ + ROUNDS);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> new XgboostTrainer(project, Map.of()).fit(Shop.rows(project, 2_000, 8), Progress.NONE));
        assertThat(refused.problems().getFirst().code()).isEqualTo(ErrorCode.PROMISE_BROKEN);
        assertThat(refused).hasMessageContaining("field price").hasMessageContaining("of 6200 steps");
    }

    @Test
    void everyAnswerLiesInTheRangeAndTheFileCarriesIt() {
        Project project = Shop.project(folder, FEATURES + "answer: {min: 12, max: 18}\n" + ROUNDS);
        Columns rows = Shop.rows(project, 1_000, 8);
        for (Trainer trainer :
                new Trainer[] {new XgboostTrainer(project, Map.of()), new RuleTrainer(project, Map.of())}) {
            Model model = Model.read(trainer.fit(rows, Progress.NONE).bytes());
            assertThat(model.range()).isEqualTo(new Range(12, 18));
            Columns asked = new Columns(model.schema(), 1);
            asked.append();
            asked.set(asked.schema().index("price"), 0, 1.0);
            asked.set(asked.schema().index("size"), 0, 4L);
            assertThat(model.score(asked, 0)).isBetween(12.0, 18.0).isEqualTo(model.score(asked)[0]);
            assertThat(model.range().clamp(model.unclamped(asked, 0))).isEqualTo(model.score(asked, 0));
        }
        Fitted fitted = new XgboostTrainer(project, Map.of()).fitted(rows, Progress.NONE);
        Columns asked = new Columns(fitted.model().schema(), 1);
        asked.append();
        assertThat(fitted.answers().apply(asked)[0])
                .as("the trainer's own answer")
                .isBetween(12.0, 18.0);
    }

    @Test
    void aRangeTheWrongWayRoundIsRefused() {
        assertThatThrownBy(() -> Shop.project(folder, FEATURES + "answer: {min: 12, max: 2}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("answer.min");
        assertThat(Shop.project(folder, FEATURES + "answer: {min: 0}\n")
                        .promises()
                        .answer())
                .isEqualTo(new Range(0, Double.POSITIVE_INFINITY));
    }
}
