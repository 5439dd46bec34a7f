-- Servers of this home: one row a start; stopped_at stays null where a server was killed.
-- Times are microseconds since the epoch.
create table servers (
    pid integer not null,
    started_at integer not null,
    url text not null,
    stopped_at integer,
    primary key (pid, started_at)
);
