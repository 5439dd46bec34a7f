package dev.hansom.example;

/// What is wrong with a trip of the simulated city, and how often, as in the TLC's files of January 2021 (shares of
/// 76,518 rows).
enum Fault {
    NONE(0),
    /// The clock of the car stood in another year or month.
    CLOCK(0.0002),
    /// The drop-off is not after the pick-up.
    BACKWARDS(0.0009),
    /// A trip of seconds, which never took place.
    MOMENT(0.018),
    /// The meter ran on, for hours.
    FORGOTTEN(0.014),
    /// A distance of up to 200,000 miles.
    ABSURD_DISTANCE(0.0008),
    /// No distance at all.
    NO_DISTANCE(0.033),
    /// A correction: every amount is negative.
    NEGATIVE_FARE(0.0018),
    /// A zone that is unknown: 264 or 265.
    UNKNOWN_ZONE(0.0098);

    private final double share;

    Fault(double share) {
        this.share = share;
    }

    /// The fault that belongs to a number from 0 to 1.
    static Fault of(double drawn) {
        double left = drawn;
        for (Fault fault : values()) {
            if (left < fault.share) {
                return fault;
            }
            left -= fault.share;
        }
        return NONE;
    }
}
