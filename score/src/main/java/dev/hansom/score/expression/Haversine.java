package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.List;

/// `haversine(lat1, lon1, lat2, lon2)`: the great-circle distance of two places on a sphere.
///
/// Unit: degrees in, kilometres out. A latitude beyond 90 degrees is out of domain.
/// Source: R. W. Sinnott, Virtues of the Haversine, 1984; mean Earth radius 6371.0088 km (IUGG).
final class Haversine {
    private static final double RADIUS = 6371.0088;
    private static final double RADIANS = 0.017453292519943295;
    static final Typed FUNCTION =
            Typed.of(Typed.takes(Haversine::of, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE));

    private Haversine() {}

    private static Term of(Call call) {
        Numbers latitude1 = call.argument(0).numbers();
        Numbers longitude1 = call.argument(1).numbers();
        Numbers latitude2 = call.argument(2).numbers();
        Numbers longitude2 = call.argument(3).numbers();
        return Term.number(
                call.arguments(),
                Math.PI * RADIUS,
                () -> sql(call.arguments()),
                (c, r) -> kilometres(latitude1.at(c, r), longitude1.at(c, r), latitude2.at(c, r), longitude2.at(c, r)),
                fill(call.arguments()));
    }

    private static Fill<double[]> fill(List<Term> places) {
        List<Fill<double[]>> fills = places.stream().map(Term::manyNumbers).toList();
        return (block, into) -> {
            double[][] all = new double[fills.size()][];
            for (int i = 0; i < all.length; i++) {
                all[i] = block.numbers();
                fills.get(i).into(block, all[i]);
            }
            for (int i = 0; i < block.size(); i++) {
                into[i] = kilometres(all[0][i], all[1][i], all[2][i], all[3][i]);
            }
            for (double[] each : all) {
                block.free(each);
            }
        };
    }

    private static double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
        if (!(Math.abs(latitude1) <= 90 && Math.abs(latitude2) <= 90)) {
            return Double.NaN;
        }
        double a = latitude1 * RADIANS;
        double b = latitude2 * RADIANS;
        double across = StrictMath.sin((longitude2 - longitude1) * RADIANS / 2);
        double along = StrictMath.sin((b - a) / 2);
        double half = Math.sqrt(along * along + StrictMath.cos(a) * StrictMath.cos(b) * across * across);
        return 2 * RADIUS * StrictMath.asin(Math.min(1, half));
    }

    private static String sql(List<Term> places) {
        String row = "{'a': " + places.get(0).sql() + ", 'b': " + places.get(2).sql() + ", 'l': "
                + places.get(3).sql() + " - " + places.get(1).sql() + "}";
        String half = "sqrt(pow(sin((p.b * R - p.a * R) / 2), 2)"
                + " + cos(p.a * R) * cos(p.b * R) * pow(sin(p.l * R / 2), 2))";
        String distance = "CASE WHEN abs(p.a) <= 90 AND abs(p.b) <= 90 AND isfinite(p.l) THEN " + Sql.number(2 * RADIUS)
                + " * asin(least(1e0, " + half.replace("R", Sql.number(RADIANS)) + ")) END";
        return "list_transform([" + row + "], lambda p: " + distance + ")[1]";
    }
}
