package dev.hansom.example;

import dev.hansom.base.Progress;
import dev.hansom.data.Engine;
import dev.hansom.data.ParquetWriter;
import dev.hansom.data.Window;
import dev.hansom.score.Columns;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Green taxi trips of a city that does not exist, in files like the TLC's: its columns, its faults, and a truth that
/// is known.
///
/// Determinism: same plan, same rows, in the same order.
public final class SimulatedCity {
    /// How many trips start in each hour. Source: rows by hour in the TLC's green file of January 2021, in hundreds.
    private static final int[] HOURS = {
        5, 3, 2, 2, 4, 9, 17, 34, 50, 60, 62, 58, 58, 60, 58, 57, 55, 45, 38, 32, 22, 15, 12, 9
    };

    /// How often the fields of the meter are missing together, for a trip of average length.
    private static final double UNCOUNTED = 0.47;

    private final CityPlan plan;
    private final Zones zones;
    private final Truth truth;
    private final double meanMiles;

    public SimulatedCity(CityPlan plan) {
        this.plan = plan;
        this.zones = new Zones(plan.world(), plan.seed());
        this.meanMiles = zones.meanMiles();
        this.truth = new Truth(plan.world(), meanMiles, plan.seed());
    }

    /// Writes `green_tripdata_YYYY-MM.parquet` for every month into `folder` and says which files these are.
    public List<Path> write(Path folder, Engine engine, Progress progress) {
        ParquetWriter writer = new ParquetWriter(engine);
        ParquetWriter.Layout layout = new ParquetWriter.Layout(ParquetWriter.Compression.GZIP, 122_880, TripFile.INT32);
        List<Path> files = new ArrayList<>();
        progress.begin("simulating a city", plan.months(), "months");
        for (int i = 0; i < plan.months(); i++) {
            YearMonth month = plan.first().plusMonths(i);
            Path file = folder.resolve("green_tripdata_" + month + ".parquet");
            writer.write(file, rows(month), layout);
            files.add(file);
            progress.at(i + 1L);
        }
        progress.end();
        return files;
    }

    /// The trips of one month.
    public Columns rows(YearMonth month) {
        SplittableRandom random =
                new SplittableRandom(plan.seed() * 1_000_003L + month.getYear() * 12L + month.getMonthValue());
        TripFile file = new TripFile(plan.size());
        for (long at : times(month, random)) {
            trip(file, month, at, random);
        }
        return file.rows();
    }

    /// When trips start, in order: whole seconds.
    private long[] times(YearMonth month, SplittableRandom random) {
        int total = Arrays.stream(HOURS).sum();
        long[] times = new long[plan.size()];
        for (int i = 0; i < times.length; i++) {
            int hour = 0;
            for (int left = random.nextInt(total); left >= HOURS[hour]; hour++) {
                left -= HOURS[hour];
            }
            times[i] = Window.micros(month.atDay(1 + random.nextInt(month.lengthOfMonth()))
                    .atTime(hour, random.nextInt(60), random.nextInt(60)));
        }
        Arrays.sort(times);
        return times;
    }

    private void trip(TripFile file, YearMonth month, long at, SplittableRandom random) {
        Zones.Zone from = zones.start(random);
        Zones.Zone to = zones.end(from, random);
        double usual = Zones.miles(from, to);
        boolean counted = random.nextDouble() >= uncounted(usual);
        double detour = 1 + 0.12 * clipped(random);
        LocalDateTime when = Window.time(at);
        double minutes =
                truth.minutes(from, to, when) * (1 + plan.world().noise() * clipped(random)) * (1 + 0.5 * (detour - 1));
        Ride ride = new Ride(from.id(), to.id(), at, Math.max(1.2, minutes), usual * detour, counted);
        ride.with(Fault.of(random.nextDouble()), month, random).write(file, random);
    }

    /// Long trips miss the meter's fields more often, and so the block of missing fields has the longer durations.
    private double uncounted(double miles) {
        return Math.clamp(UNCOUNTED + 0.06 * (miles - meanMiles), 0.2, 0.85);
    }

    /// Gaussian noise without its far tails, so that mean and median agree.
    private static double clipped(SplittableRandom random) {
        return Math.clamp(random.nextGaussian(), -2.5, 2.5);
    }
}
