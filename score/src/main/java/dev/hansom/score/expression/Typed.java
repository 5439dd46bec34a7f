package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A function with one or several lists of argument types, of which the nearest to a call is taken.
record Typed(List<Overload> overloads) implements Function {
    /// One list of argument types and what is made of arguments of just these types.
    record Overload(List<Type> takes, Maker maker) {}

    /// Makes a term of arguments whose types are right.
    interface Maker {
        Term of(Call call);
    }

    static Typed of(Overload... overloads) {
        return new Typed(List.of(overloads));
    }

    static Overload takes(Maker maker, Type... types) {
        return new Overload(List.of(types), maker);
    }

    @Override
    public Term of(Call call) {
        Overload best = null;
        int least = Coercion.IMPOSSIBLE;
        for (Overload overload : overloads) {
            int cost = cost(overload.takes, call.arguments());
            if (cost < least) {
                least = cost;
                best = overload;
            }
        }
        if (best == null) {
            throw call.refuse(refusal(call));
        }
        List<Term> arguments = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            arguments.add(Coercion.to(best.takes.get(i), call.argument(i)));
        }
        return best.maker.of(call.with(List.copyOf(arguments)));
    }

    private static int cost(List<Type> takes, List<Term> arguments) {
        if (takes.size() != arguments.size()) {
            return Coercion.IMPOSSIBLE;
        }
        int cost = 0;
        for (int i = 0; i < takes.size(); i++) {
            cost += Coercion.cost(arguments.get(i), takes.get(i));
        }
        return cost;
    }

    private String refusal(Call call) {
        String expected =
                overloads.stream().map(o -> Call.list(o.takes)).distinct().collect(Collectors.joining(" or "));
        return "cannot apply " + call.name() + " to " + call.given() + " (expected: " + expected + ")" + hint(call);
    }

    private static String hint(Call call) {
        boolean times = call.gives(Type.TIMESTAMP) || call.gives(Type.DATE);
        return switch (call.name()) {
            case "-" -> times ? "; the seconds between two moments are epoch(a) - epoch(b)" : "";
            case "+" -> call.gives(Type.STRING) ? "; text is joined by ||" : "";
            case "//" -> call.gives(Type.DOUBLE) ? "; // divides whole numbers, else write floor(a / b)" : "";
            default -> "";
        };
    }
}
