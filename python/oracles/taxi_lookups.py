"""Oracle for TaxiLookupsTest: lookups of the taxi template learned from January 2021, and their values for four trips.

Written for numpy 2.4, pandas 3.1 and duckdb 2.0; run with the folder of the monthly files and the zone table:
    python taxi_lookups.py FOLDER
"""
import sys

import duckdb
import numpy as np
import pandas as pd

FOLDER = sys.argv[1]


def month(name):
    zones = f"{FOLDER}/taxi_zone_lookup.csv"
    return duckdb.sql(f"""
        with trips as (
            select lpep_pickup_datetime as pickup, PULocationID as pu, DOLocationID as do_, trip_distance as distance,
                   date_diff('microsecond', lpep_pickup_datetime, lpep_dropoff_datetime) / 60e6 as minutes
            from '{FOLDER}/green_tripdata_{name}.parquet'
            where strftime(lpep_pickup_datetime, '%Y-%m') = '{name}')
        select trips.*, p.Borough as pb, d.Borough as db from trips
        join '{zones}' p on p.LocationID = pu join '{zones}' d on d.LocationID = do_
        where minutes between 1 and 60 order by pickup""").df()


def prepared(trips):
    trips["low"] = np.minimum(trips.pu, trips.do_)
    trips["high"] = np.maximum(trips.pu, trips.do_)
    trips["hour"] = trips.pickup.dt.hour
    trips["weekend"] = trips.pickup.dt.day_of_week >= 5
    trips["daypart"] = np.searchsorted([6, 10, 15, 19], trips.hour, side="right")
    trips["miles"] = trips.distance.clip(0, 100)
    pace = trips.minutes / trips.distance.where(trips.distance > 0)
    trips["sane"] = trips.distance.between(0.3, 60) & pace.between(0.8, 20)
    return trips


def learned(past, rows, above, below, levels, strength, where=None):
    """The values for `rows` of a lookup: sum(above)/sum(below) by the keys of each level, shrunk from coarse to fine.

    For past rows, which later lookups learn from, each value is as if the row itself had not been there."""
    use = past if where is None else past[where(past)]
    table = pd.DataFrame({"above": above(use), "below": below(use)})
    own = pd.DataFrame({"above": 0.0, "below": 0.0, "n": 0}, index=rows.index)
    if rows is past:
        own.loc[use.index, "above"] = table.above
        own.loc[use.index, "below"] = table.below
        own.loc[use.index, "n"] = 1
    value = ((table.above.sum() - own.above) / (table.below.sum() - own.below)).to_numpy()
    for keys in reversed(levels):
        groups = table.groupby([use[key] for key in keys]).agg(
            above=("above", "sum"), below=("below", "sum"), n=("above", "size"))
        found = rows[keys].merge(groups.reset_index(), how="left", on=keys)
        n = found.n.to_numpy() - own.n.to_numpy()
        with np.errstate(divide="ignore", invalid="ignore"):
            statistic = (found.above.to_numpy() - own.above.to_numpy()) / (found.below.to_numpy() - own.below.to_numpy())
        known = (n > 0) & np.isfinite(statistic)
        value = np.where(known, (n * np.where(known, statistic, 0) + strength * value) / (n + strength), value)
    return value


january = prepared(month("2021-01")).reset_index(drop=True)
february = prepared(month("2021-02"))
trips = february.iloc[[0, 1, 2, 61919]].copy()
ONE = lambda rows: np.ones(len(rows))
MINUTES = lambda rows: rows.minutes
MILES = lambda rows: rows.miles
SANE = lambda rows: rows.sane
PAIR = [["pu", "do_"], ["low", "high"], ["pb", "do_"], ["pb", "db"]]


def both(name, *arguments):
    values = {id(rows): learned(january, rows, *arguments) for rows in (january, trips)}
    for rows in (january, trips):
        rows[name] = values[id(rows)]


both("pair_minutes", MINUTES, ONE, PAIR, 2)
both("hour_factor", MINUTES, lambda rows: rows.pair_minutes,
     [["pb", "db", "weekend", "hour"], ["pb", "db", "hour"], ["hour"]], 50)
both("route_miles", MILES, ONE, [["low", "high"], ["pb", "do_"], ["pb", "db"]], 2, SANE)
both("pace", MINUTES, MILES,
     [["do_", "pb", "daypart"], ["do_", "pb"], ["pb", "db", "daypart"], ["pb", "db"]], 20, SANE)
both("route_factor", MINUTES, lambda rows: rows.pair_minutes * rows.hour_factor,
     [["low", "high", "daypart"], ["low", "high"], ["pb", "db"]], 4)
both("pair_spread", lambda rows: (rows.minutes - rows.pair_minutes) ** 2, ONE, PAIR, 4)
pd.set_option("display.width", 250)
print(trips[["pu", "do_", "pair_minutes", "hour_factor", "route_miles", "pace", "route_factor",
             "pair_spread"]].round(6).to_string())
