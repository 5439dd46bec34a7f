/// How a model is stored, and the readers of other libraries' files.
///
/// # A `*.hansom` file, byte by byte
///
/// Numbers are big-endian; `f32` and `f64` are IEEE 754. A *text* is a `u32` count of bytes and so many
/// bytes of UTF-8. A *list* is a `u32` count of items and the items. A *mark* is a `u8`, 0 for no and 1 for
/// yes. The same model always gives the same bytes.
///
/// | bytes | what |
/// | --- | --- |
/// | 8 | `89 48 4E 53 4D 0D 0A 1A`: not text, `HNSM`, and line ends that careless copying breaks |
/// | 4 | `u32` version of the format: 1 |
/// | 8 | `u64` length of the whole file |
/// | … | sections: a tag of 4 ASCII letters, a `u64` length, so many bytes |
/// | 32 | SHA-256 of all bytes before |
///
/// Each section below stands in the file once, in this order; those that are "only where" may not be there.
/// A tag that begins with a small letter may be skipped by whoever does not know it; any other unknown tag
/// refuses.
///
/// | tag | what is in it |
/// | --- | --- |
/// | `SIGN` | texts: project, time field, zone, keep, target, unit; list of fields: text name, text type |
/// | `TABL` | list of tables: text name, text otherwise, text source, list of `i64` key, text value (by key) |
/// | `DEFN` | list of definitions: text name, text expression |
/// | `LOOK` | list of lookups: text name, text statistic, `f64` strength, `f64` overall, list of levels |
/// | | level: list of texts, the keys; list of cells |
/// | | cell: for each key its part: `u8` 0 missing, or 1 and an `i64`, or 2 and a text; `i64` count; `f64` value |
/// | `FEAT` | list of features: text name, text expression |
/// | `KERN` | `u8` kind, and what the kind says: see below |
/// | `PROV` | list of facts: text name, text value (by name) |
/// | `TABN` | only where tables have other keys than whole numbers, or other values than texts: list of tables: |
/// | | text name, text key type, text value type, mark and with it the value otherwise, text source, |
/// | | list of key and value (by key): `i64`, `f64` or text, as the types say |
/// | `RANG` | only where answers are held to a range: `f64` least, `f64` most; an infinity is no bound |
///
/// | kind | what follows in `KERN` |
/// | --- | --- |
/// | 1 | formula: text expression |
/// | 2 | linear: `f64` intercept; list of `f64` weight, `f64` fill, one for each feature |
/// | 3 | forest: `u32` features, `f32` base, text link, list of trees, each a list of nodes; all numbers are |
/// | | `f32`, and a row goes left where it is below the threshold |
/// | 4 | any forest that 3 cannot say: `u32` features, text arithmetic, text link, `f64` divisor, `f64` slope, |
/// | | list of `f64` base of each output, list of trees. The arithmetic is `SINGLE`, which is as 3, or `DOUBLE`: |
/// | | numbers are `f64`, and a row goes left where it is not above the threshold |
/// | | tree: `u32` output, `u8` flags, list of nodes; then for each node what the flags say, in this order: |
/// | | 1 a number, the rows or weight it saw |
/// | | 2 mark and with it a list of `u32`, the categories that go right; the node's number is then 0 |
/// | | 4 `u8` what is missing: 0 NaN, 1 also zero, 2 nothing (NaN is 0) |
/// | | 8 mark and with it a weighted sum: `f64` constant, list of `u32` feature, as many `f64` weights |
/// | 7 | logistic: as 2; the answer is the probability of the sum |
///
/// The nodes of a tree stand breadth first, siblings side by side; so the k-th split has the children 2k+1
/// and 2k+2. A node is an `i32` and a number: -1 and what a leaf adds; or feature * 2, plus 1 where missing
/// goes right, and the threshold. A link is one of `IDENTITY`, `LOGISTIC`, `EXPONENTIAL`, `HINGE`,
/// `SIGNED_SQUARE`, `SOFTPLUS`, `SOFTMAX`, `RISING`, `ASCENDING`, `GREATEST`; 3 is written with the first three
/// only. The sum of an output is its base and the leaves of its trees in their order, then divided by the divisor and
/// multiplied with the slope; the link makes the answer of it.
@NullMarked
package dev.hansom.score.file;

import org.jspecify.annotations.NullMarked;
