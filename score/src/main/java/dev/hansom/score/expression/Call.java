package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.List;
import java.util.stream.Collectors;

/// A call of a function or operator whose arguments are typed; `places` are the offsets of the arguments.
record Call(String text, String name, int at, List<Term> arguments, List<Integer> places) {
    Term argument(int index) {
        return arguments.get(index);
    }

    int count() {
        return arguments.size();
    }

    /// The same call with other arguments.
    Call with(List<Term> others) {
        return new Call(text, name, at, others, places);
    }

    /// `DOUBLE and STRING`.
    String given() {
        if (arguments.isEmpty()) {
            return "nothing";
        }
        List<String> names = arguments.stream().map(Term::typeName).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    boolean gives(Type type) {
        return arguments.stream().anyMatch(argument -> argument.type() == type && !argument.isMissing());
    }

    ExpressionException refuse(String message) {
        return new ExpressionException(message, text, at);
    }

    ExpressionException refuse(int argument, String message) {
        return new ExpressionException(message, text, places.get(argument));
    }

    static String list(List<Type> types) {
        return types.stream().map(Type::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
