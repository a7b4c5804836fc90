-- Grows with each change of a draft's time or answers. The check page carries it, and only what that page showed is sent.
alter table booking add column revision integer not null default 1;
