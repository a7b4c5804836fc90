-- Every change of a booking's state leaves a line; a line of a pair that does not stand here cannot be written.
create table allowed_change (
  from_state text not null,
  to_state text not null,
  primary key (from_state, to_state)
);
insert into allowed_change (from_state, to_state) values
  ('DRAFT', 'SUBMITTING'),
  ('DRAFT', 'ENDED'),
  ('SUBMITTING', 'BOOKED'),
  ('SUBMITTING', 'TAKEN'),
  ('SUBMITTING', 'UNKNOWN'),
  ('SUBMITTING', 'CALL_CLINIC'),
  ('UNKNOWN', 'BOOKED'),
  ('UNKNOWN', 'TAKEN'),
  ('UNKNOWN', 'SUBMITTING'),
  ('UNKNOWN', 'CALL_CLINIC'),
  ('CALL_CLINIC', 'BOOKED'),
  ('TAKEN', 'DRAFT'),
  ('TAKEN', 'ENDED');

-- Holds no names. The first line of a booking comes from no state.
create table audit (
  booking_id text not null,
  number integer not null,
  happened_at bigint not null,
  attempt integer not null,
  from_state text,
  to_state text not null,
  why text not null,
  primary key (booking_id, number),
  foreign key (from_state, to_state) references allowed_change (from_state, to_state)
);

-- "claimed_by" is the running instance that works on the booking, until "claimed_until" unless it says so again.
alter table booking add column changes integer not null default 0;
alter table booking add column claimed_by text;
alter table booking add column claimed_until bigint;

-- Who is being created as a client right now, as a keyed digest, so that two bookings of one new patient create one client.
create table new_client (
  clinic text not null,
  person text not null,
  booking_id text not null,
  claimed_until bigint not null,
  primary key (clinic, person)
);
