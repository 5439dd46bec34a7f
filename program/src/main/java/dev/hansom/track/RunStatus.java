package dev.hansom.track;

/// How far a run is.
public enum RunStatus {
    /// Under way, or its process died.
    RUNNING,
    /// Ended as it should.
    FINISHED,
    /// Ended by an error.
    FAILED,
    /// Ended by a person.
    KILLED
}
