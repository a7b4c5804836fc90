-- Times are epoch milliseconds. "answers" is encrypted; it goes at "erase_at".
create table booking (
  id text primary key,
  clinic text not null,
  key_hash text not null unique,
  state text not null,
  attempt integer not null,
  practitioner_id text not null,
  practitioner_name text not null,
  location_id text not null,
  location_name text not null,
  zone text not null,
  timezone_id text not null,
  type_id text not null,
  type_name text not null,
  type_minutes integer not null,
  starts_at bigint not null,
  ends_at bigint not null,
  answers text,
  extensions integer not null,
  reference text,
  asked_at bigint,
  look_at bigint,
  client_id text,
  client_until bigint,
  sends integer not null,
  sent_until bigint,
  appointment_id text,
  created_at bigint not null,
  changed_at bigint not null,
  erase_at bigint not null,
  unique (clinic, reference)
);

-- Looked through twice a second: each holds only the rows that still need something, however many bookings there are.
create index booking_to_look_at on booking (clinic, state, look_at);
create index booking_to_erase on booking (clinic, erase_at) where answers is not null or state in ('DRAFT', 'TAKEN');
create index booking_to_forget on booking (clinic, changed_at) where state = 'ENDED';

create table hold (
  booking_id text primary key references booking (id) on delete cascade,
  clinic text not null,
  practitioner_id text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  expires_at bigint not null,
  unique (clinic, practitioner_id, starts_at)
);
