package dev.hansom.jobs;

/// What to do where the data break a check that the project states.
public enum BrokenChecks {
    /// Learn nothing.
    REFUSE,
    /// Say it, remember it with the run, and go on: somebody has looked.
    IGNORE
}
