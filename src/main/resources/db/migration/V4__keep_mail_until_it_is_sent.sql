-- Times are epoch milliseconds. "next_at" is null once there is nothing left to do, "recipient" and "body" once they are erased.
create table outbox (
  id text primary key,
  clinic text not null,
  recipient text,
  subject text not null,
  body text,
  attempts integer not null,
  next_at bigint,
  claimed_by text,
  claimed_until bigint,
  created_at bigint not null,
  sent_at bigint,
  given_up_at bigint
);

create index outbox_to_send on outbox (next_at) where next_at is not null;
create index outbox_to_erase on outbox (sent_at) where body is not null;
