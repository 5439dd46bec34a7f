package dev.hansom.check;

import java.util.Optional;

/// What a raw field knows of the target, and when.
///
/// `known` is the moment at which its value is known; `used` says whether a row to be answered carries it: because it
/// is
/// known by then, or because it `standsInFor` something known, with the reason. `score` is the share of the target's
/// variance that the field explains alone, `missingScore` what the mere fact that it is missing explains (both from 0
/// to
/// 1, on later rows than they were learned from), `missing` its share of missing values. `suspicious`: too good to be
/// true. A field that is not used cannot leak: its score says what it would have given away.
public record FieldFinding(
        String field,
        String known,
        boolean used,
        Optional<String> standsInFor,
        double score,
        double missingScore,
        double missing,
        boolean suspicious) {
    /// A single field that explains more of the target's variance is too good to be true.
    public static final double SUSPICIOUS = 0.95;
    /// Nor should the mere fact that a value is missing say so much.
    public static final double SUSPICIOUS_MISSING = 0.5;

    /// Whether a column with these scores is too good to be true.
    public static boolean isSuspicious(double score, double missingScore) {
        return score > SUSPICIOUS || missingScore > SUSPICIOUS_MISSING;
    }

    /// Whether it is used and too good to be true.
    public boolean leaks() {
        return used && suspicious;
    }
}
