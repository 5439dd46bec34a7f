package dev.hansom.score.expression;

import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out what the expressions of a scope use more than once, and compiles them so that it is computed once a row:
/// first all is counted, then all is built, what is used before what uses it.
///
/// Shared are definitions, calculations, the keys of lookups, and calls of functions on nothing but columns and
/// constants; not what is used in branches alone, which few rows may take.
final class Staging implements Meanings {
    private final Scope scope;
    /// How often each is used; still growing while nothing is built.
    private final Map<Object, Uses> uses;
    private final boolean building;
    private final Map<Object, Term> terms = new HashMap<>();
    private final Set<Term> plain = new HashSet<>();
    private final List<Schema.Column> columns = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    /// How many branches are around what is compiled.
    private int branches;

    /// How often something is used, and how often for every row.
    private record Uses(int all, int always) {
        private static final Uses NONE = new Uses(0, 0);
    }

    /// A name of the scope that is no column.
    private record NameOf(String name) {}

    private record ColumnOf(String name) {}

    private record CallOf(String name, List<String> arguments) {}

    private record HashOf(Object text) {}

    private record KeyOf(List<Object> parts, long salt) {}

    private Staging(Scope scope, Map<Object, Uses> uses, boolean building) {
        this.scope = scope;
        this.uses = uses;
        this.building = building;
    }

    /// What computes `answers`, and the terms that read them then. Errors: an [IllegalArgumentException] for an
    /// expression of another scope.
    static Staging of(Scope scope, List<Expression> answers, List<Term> into) {
        Staging count = new Staging(scope, new HashMap<>(), false);
        answers.forEach(count::answer);
        List<String> names = new ArrayList<>(scope.names().keySet());
        for (int i = names.size() - 1; i >= 0; i--) {
            count.meaning(names.get(i));
        }
        Staging built = new Staging(scope, count.uses, true);
        names.forEach(built::meaning);
        answers.forEach(answer -> into.add(built.answer(answer)));
        return built;
    }

    /// The columns that are read and computed.
    Schema schema() {
        return new Schema(columns);
    }

    List<Field> fields() {
        return fields;
    }

    List<Stage> stages() {
        return stages;
    }

    private Term answer(Expression answer) {
        for (Map.Entry<String, Object> one : scope.names().entrySet()) {
            if (one.getValue() == answer) {
                return definition(one.getKey(), answer);
            }
        }
        return answer.term(this);
    }

    /// Compiles what a name of the scope stands for, if anything uses it.
    private void meaning(String name) {
        NameOf node = new NameOf(name);
        Uses found = uses.get(node);
        if (found == null) {
            return;
        }
        branches = found.always > 0 ? 0 : 1;
        Object meaning = scope.names().get(name);
        if (meaning instanceof Expression definition) {
            Term term = definition.term(this);
            terms.put(node, shared(node, term));
        } else if (meaning instanceof Calculation calculation) {
            Optional<Calculation> own = calculation.with(this::key);
            Term term = Leaves.calculation(name, own.orElse(calculation));
            terms.put(node, own.isPresent() ? shared(node, term) : stage(term, true));
        }
        branches = 0;
    }

    @Override
    public Term column(Schema schema, String name) {
        ColumnOf node = new ColumnOf(name);
        Term known = terms.get(node);
        if (known != null) {
            return known;
        }
        int from = schema.index(name);
        Type type = schema.type(from);
        Term column = Leaves.column(columns.size(), type, name);
        fields.add(new Field(from, columns.size(), type));
        columns.add(new Schema.Column(name, type));
        plain.add(column);
        terms.put(node, column);
        return column;
    }

    @Override
    public Term definition(String name, Expression definition) {
        Term term = definition.term();
        return term.isConstant() ? term : use(name, definition, term);
    }

    @Override
    public Term calculation(String name, Calculation calculation) {
        return use(name, calculation, Leaves.calculation(name, calculation));
    }

    private Term use(String name, Object meaning, Term term) {
        if (!meaning.equals(scope.names().get(name))) {
            throw new IllegalArgumentException(name + " has another meaning (expected: expressions of one scope)");
        }
        NameOf node = new NameOf(name);
        use(node);
        return building ? known(node) : Leaves.computed(0, term.type(), term.bound(), term::sql);
    }

    @Override
    public Term call(String name, List<Term> arguments, Term term) {
        boolean leaf = arguments.stream().allMatch(each -> each.isConstant() || plain.contains(each));
        if (!leaf || term.isConstant() || plain.contains(term)) {
            return term;
        }
        CallOf node = new CallOf(name, arguments.stream().map(Term::sql).toList());
        use(node);
        if (building && !terms.containsKey(node)) {
            terms.put(node, shared(node, term));
        }
        return building ? known(node) : term;
    }

    @Override
    public void branch(int step) {
        branches += step;
    }

    @Override
    public boolean counts() {
        return true;
    }

    /// The key of a lookup over the columns here.
    private Key key(Key key) {
        List<Object> parts = key.parts().stream().map(Staging::node).toList();
        KeyOf node = new KeyOf(parts, key.salt());
        if (use(node)) {
            key.parts().forEach(this::part);
        }
        if (building && !terms.containsKey(node)) {
            Term term = Key.term(key.parts().stream().map(this::part).toList(), key.salt());
            terms.put(node, shared(node, term));
        }
        return building ? new Key(key.parts(), key.salt(), known(node)) : key;
    }

    /// A part of a key as it is mixed.
    private Term part(Expression part) {
        if (part.type() != Type.STRING) {
            return part.term(this);
        }
        HashOf node = new HashOf(node(part));
        if (use(node)) {
            return part.term(this).hashed();
        }
        if (building && !terms.containsKey(node)) {
            terms.put(node, shared(node, part.term(this).hashed()));
        }
        return building ? known(node) : part.term().hashed();
    }

    /// What an expression is the same as, if another is.
    private static Object node(Expression expression) {
        Optional<String> alias = expression.alias();
        if (alias.isEmpty()) {
            return expression;
        }
        boolean column = expression.names().isEmpty();
        return column ? new ColumnOf(alias.get()) : new NameOf(alias.get());
    }

    /// Counts a use; whether it is the first, or the first for every row.
    private boolean use(Object node) {
        if (building) {
            return false;
        }
        Uses before = uses.getOrDefault(node, Uses.NONE);
        int always = branches == 0 ? 1 : 0;
        uses.put(node, new Uses(before.all + 1, before.always + always));
        return before.all == 0 || (before.always == 0 && always == 1);
    }

    private Term known(Object node) {
        Term term = terms.get(node);
        if (term == null) {
            throw new IllegalStateException("used before it is computed: " + node);
        }
        return term;
    }

    /// The column that holds a term which is used more than once, else the term.
    private Term shared(Object node, Term term) {
        Uses found = uses.getOrDefault(node, Uses.NONE);
        boolean more = building && !term.isConstant() && found.all > 1 && found.always > 0;
        return more ? stage(term, false) : term;
    }

    private Term stage(Term term, boolean ofGiven) {
        int column = columns.size();
        columns.add(new Schema.Column("#" + column, term.type()));
        stages.add(new Stage(column, term, ofGiven));
        return Leaves.computed(column, term.type(), term.bound(), term::sql);
    }
}
