package dev.hansom.score.expression;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.util.ArrayList;
import java.util.List;

/// Expressions that are answered together: what they use more than once is computed once a row, stage by stage, into
/// columns of a [Room]. Bit for bit the same as each expression by itself.
///
/// Threads: immutable; a room is for one thread at a time.
public final class Stages {
    /// So many rows at once stay in the cache.
    public static final int ROWS = 256;

    private final Schema schema;
    private final Field[] fields;
    private final Stage[] stages;
    private final Term[] answers;
    private final Numbers[] numbers;
    private final List<Fill<double[]>> manyNumbers = new ArrayList<>();

    /// `answers` were compiled in `scope` or in one that it widens.
    /// Errors: an [IllegalArgumentException] for expressions of another scope.
    public Stages(Scope scope, List<Expression> answers) {
        List<Term> terms = new ArrayList<>();
        Staging staging = Staging.of(scope, answers, terms);
        this.schema = staging.schema();
        this.fields = staging.fields().toArray(new Field[0]);
        this.stages = staging.stages().toArray(new Stage[0]);
        this.answers = stages.length == 0
                ? answers.stream().map(Expression::term).toArray(Term[]::new)
                : terms.toArray(new Term[0]);
        this.numbers = new Numbers[this.answers.length];
        for (int i = 0; i < numbers.length; i++) {
            Term number = Expression.widened(this.answers[i]);
            numbers[i] = number.numbers();
            manyNumbers.add(number.manyNumbers());
        }
    }

    /// Room for up to `rows` rows, and no more than [#ROWS], at once.
    public Room room(int rows) {
        return new Room(this, Math.max(1, Math.min(rows, ROWS)));
    }

    /// Columns to compute in, and which rows were computed last: all answers are about these.
    ///
    /// Threads: not safe.
    public static final class Room {
        private final Stages of;
        private final int capacity;
        private final Columns own;
        private final Block given;
        private final Block block;

        private Room(Stages of, int capacity) {
            this.of = of;
            this.capacity = capacity;
            this.own = new Columns(of.schema, of.stages.length == 0 ? 1 : capacity);
            this.given = new Block(own, capacity);
            this.block = new Block(own, capacity);
        }

        /// How many rows it has room for at once.
        public int capacity() {
            return capacity;
        }

        /// Computes what the answers for row `row` share.
        public void compute(Columns columns, int row) {
            if (of.stages.length == 0) {
                block.set(columns, row, 1);
                return;
            }
            for (Field field : of.fields) {
                field.one(columns, row, own);
            }
            for (Stage stage : of.stages) {
                stage.one(own, columns, row);
            }
            block.set(own, 0, 1);
        }

        /// Computes what the answers for `rows` rows from row `from` share; at most [#capacity()] rows.
        public void compute(Columns columns, int from, int rows) {
            if (rows > capacity) {
                throw new IllegalArgumentException(rows + " rows (expected: at most " + capacity + ")");
            }
            if (of.stages.length == 0) {
                block.set(columns, from, rows);
                return;
            }
            given.set(columns, from, rows);
            block.set(own, 0, rows);
            for (Field field : of.fields) {
                field.many(given, own);
            }
            for (Stage stage : of.stages) {
                stage.many(block, given);
            }
        }

        /// The first row's [Expression#number] of answer `answer`.
        public double number(int answer) {
            return of.numbers[answer].at(block.columns(), block.from());
        }

        /// The first row's [Expression#integer] of answer `answer`.
        public long integer(int answer) {
            return of.answers[answer].wholes().at(block.columns(), block.from());
        }

        /// The rows' [Expression#number] of answer `answer`, from the start of `into`.
        public void numbers(int answer, double[] into) {
            of.manyNumbers.get(answer).into(block, into);
        }

        /// The rows' [Expression#integer] of answer `answer`, from the start of `into`.
        public void integers(int answer, long[] into) {
            of.answers[answer].manyWholes().into(block, into);
        }

        /// Arrays for as many rows as there is room for.
        public Block block() {
            return block;
        }
    }
}
