-- One SQL for SQLite and PostgreSQL: ids are made by Hansom, times are microseconds since the epoch in UTC,
-- truth values are 0 or 1, JSON is text, and a value that is NaN is null with is_nan = 1.

create table experiments (
    experiment_id bigint primary key,
    name text not null unique,
    created_at bigint not null
);

create table runs (
    run_id text primary key,
    experiment_id bigint not null references experiments (experiment_id),
    name text not null,
    status text not null,
    started_at bigint not null,
    ended_at bigint
);
create index runs_by_start on runs (experiment_id, started_at);

create table params (
    run_id text not null references runs (run_id),
    name text not null,
    value text not null,
    primary key (run_id, name)
);

create table tags (
    run_id text not null references runs (run_id),
    name text not null,
    value text not null,
    primary key (run_id, name)
);

create table metrics (
    run_id text not null references runs (run_id),
    name text not null,
    step bigint not null,
    recorded_at bigint not null,
    value double precision,
    is_nan integer not null
);
create index metrics_by_step on metrics (run_id, name, step);

create table latest_metrics (
    run_id text not null references runs (run_id),
    name text not null,
    step bigint not null,
    recorded_at bigint not null,
    value double precision,
    is_nan integer not null,
    primary key (run_id, name)
);
create index latest_metrics_by_value on latest_metrics (name, value);

create table data_sets (
    data_set_id text primary key,
    name text not null,
    fingerprint text not null,
    source text not null,
    period text not null,
    accounting text not null,
    created_at bigint not null
);

create table run_data_sets (
    run_id text not null references runs (run_id),
    data_set_id text not null references data_sets (data_set_id),
    purpose text not null,
    primary key (run_id, data_set_id, purpose)
);

create table openings (
    opening_id bigint primary key,
    project text not null,
    period text not null,
    job text not null,
    run_id text references runs (run_id),
    opened_at bigint not null
);
create index openings_by_period on openings (project, period);

create table artifacts (
    run_id text not null references runs (run_id),
    path text not null,
    sha256 text not null,
    bytes bigint not null,
    primary key (run_id, path)
);

create table model_versions (
    name text not null,
    version bigint not null,
    kind text not null,
    sha256 text not null,
    run_id text references runs (run_id),
    description text not null,
    created_at bigint not null,
    primary key (name, version)
);

create table model_version_tags (
    name text not null,
    version bigint not null,
    tag text not null,
    value text not null,
    primary key (name, version, tag),
    foreign key (name, version) references model_versions (name, version)
);

create table aliases (
    name text not null,
    alias text not null,
    version bigint not null,
    set_by text not null,
    set_at bigint not null,
    primary key (name, alias),
    foreign key (name, version) references model_versions (name, version)
);

create table gate_results (
    gate_id bigint primary key,
    name text not null,
    version bigint not null,
    passed integer not null,
    questions text not null,
    asked_at bigint not null,
    foreign key (name, version) references model_versions (name, version)
);
create index gate_results_by_version on gate_results (name, version);

create table audit (
    entry_id bigint primary key,
    at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    detail text not null,
    previous text not null,
    hash text not null
);
