package dev.hansom.track;

import dev.hansom.base.Hash;
import dev.hansom.base.Json;
import dev.hansom.store.Rows;
import dev.hansom.store.Store;
import java.util.List;

/// Which run read which rows, and what for.
///
/// Threads: safe for many.
public final class DataSets {
    private final Store store;

    /// The data sets of a store.
    public DataSets(Store store) {
        this.store = store;
    }

    /// Remembers that a run read a data set, for example for `training` or `validation`. The same again changes
    /// nothing.
    public void used(String runId, DataSet dataSet, String purpose) {
        String id = id(dataSet);
        store.change(transaction -> {
            transaction.execute(
                    "insert into data_sets (data_set_id, name, fingerprint, source, period, accounting, created_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    id,
                    dataSet.name(),
                    dataSet.fingerprint(),
                    dataSet.source(),
                    dataSet.period(),
                    dataSet.accounting(),
                    store.now());
            transaction.execute(
                    "insert into run_data_sets (run_id, data_set_id, purpose) values (?, ?, ?) on conflict do nothing",
                    runId,
                    id,
                    purpose);
        });
    }

    /// What a run read, in order of purpose and period.
    public List<Use> of(String runId) {
        return store.read(transaction -> transaction.query(
                "select d.name, d.fingerprint, d.source, d.period, d.accounting, u.purpose"
                        + " from run_data_sets u join data_sets d on d.data_set_id = u.data_set_id"
                        + " where u.run_id = ? order by u.purpose, d.period, d.name",
                DataSets::use,
                runId));
    }

    /// What the runs of a project read, each once for every purpose, the newest first.
    public List<Use> named(String name) {
        return store.read(transaction -> transaction.query(
                "select distinct d.name, d.fingerprint, d.source, d.period, d.accounting, u.purpose, d.created_at"
                        + " from run_data_sets u join data_sets d on d.data_set_id = u.data_set_id"
                        + " where d.name = ? order by d.created_at desc, d.period, u.purpose",
                DataSets::use,
                name));
    }

    /// A data set and what a run read it for.
    public record Use(DataSet dataSet, String purpose) {}

    /// The same facts have the same identity.
    private static String id(DataSet dataSet) {
        return Hash.sha256(Json.array(
                        Json.of(dataSet.name()),
                        Json.of(dataSet.fingerprint()),
                        Json.of(dataSet.source()),
                        Json.of(dataSet.period()),
                        dataSet.accounting())
                .text());
    }

    private static Use use(Rows row) {
        DataSet dataSet = new DataSet(
                row.text("name"),
                row.text("fingerprint"),
                row.text("source"),
                row.text("period"),
                row.json("accounting"));
        return new Use(dataSet, row.text("purpose"));
    }
}
