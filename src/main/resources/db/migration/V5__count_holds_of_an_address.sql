-- A keyed digest of the network address that a draft's hold was asked for from. Null where it is not counted, and once the draft
-- was sent or its time was over.
alter table hold add column address text;

create index hold_of_address on hold (clinic, address) where address is not null;
