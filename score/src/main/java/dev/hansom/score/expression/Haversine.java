package dev.hansom.score.expression;

import dev.hansom.score.Type;
import java.util.List;

/// `haversine(lat1, lon1, lat2, lon2)`: the great-circle distance of two places on a sphere.
///
/// Unit: degrees in, kilometres out. A latitude beyond 90 degrees is out of domain.
/// Source: R. W. Sinnott, Virtues of the Haversine, 1984; mean Earth radius 6371.0088 km (IUGG).
final class Haversine {
    private static final double RADIUS = 6371.0088;
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
                (c, r) -> kilometres(latitude1.at(c, r), longitude1.at(c, r), latitude2.at(c, r), longitude2.at(c, r)));
    }

    private static double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
        if (!(Math.abs(latitude1) <= 90 && Math.abs(latitude2) <= 90)) {
            return Double.NaN;
        }
        double a = Math.toRadians(latitude1);
        double b = Math.toRadians(latitude2);
        double across = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double along = Math.sin((b - a) / 2);
        double half = Math.sqrt(along * along + Math.cos(a) * Math.cos(b) * across * across);
        return 2 * RADIUS * Math.asin(Math.min(1, half));
    }

    private static String sql(List<Term> places) {
        String row = "{'a': radians(" + places.get(0).sql() + "), 'b': radians("
                + places.get(2).sql() + "), 'l': radians(" + places.get(3).sql() + " - "
                + places.get(1).sql() + ")}";
        String half = "sqrt(pow(sin((p.b - p.a) / 2), 2) + cos(p.a) * cos(p.b) * pow(sin(p.l / 2), 2))";
        String distance = "CASE WHEN abs(p.a) <= pi() / 2 AND abs(p.b) <= pi() / 2 AND isfinite(p.l) THEN " + 2 * RADIUS
                + "e0 * asin(least(1e0, " + half + ")) END";
        return "list_transform([" + row + "], lambda p: " + distance + ")[1]";
    }
}
