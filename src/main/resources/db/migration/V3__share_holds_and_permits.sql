-- Grows with each change of a clinic's holds, so that other instances see that their kept pages are old.
create table hold_version (
  clinic text primary key,
  version bigint not null
);

-- The ten calls a second of one consumer, for all instances together. "free_at" is epoch milliseconds by the database's clock.
create table gate_permit (
  consumer text not null,
  number integer not null,
  holder text,
  free_at bigint not null,
  primary key (consumer, number)
);
