-- Rows as the application wrote them before a booking had a revision: an open draft with a live hold, a booked one, one that was sent by
-- the patient and not yet to the diary, one whose booking had left for the diary, and one that ended unclear. Sealed with the secret
-- "a secret of this installation only". All times are epoch milliseconds; it was 1796095766288 when the last row was written.

insert into booking (id, clinic, key_hash, state, attempt, practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id, type_id, type_name, type_minutes, starts_at, ends_at, answers, extensions, reference, asked_at, look_at, client_id, client_until, sends, sent_until, appointment_id, created_at, changed_at, erase_at, changes, claimed_by, claimed_until)
values ('gtdzqMZjHvtf6nIdzrjyBA', 'clinic', '6b884900820c5634f37348b2ee1506986ff369dca83583a67843d142a51ee91a', 'DRAFT', 1, '470f0890-2d87-3dca-bfc9-77bdb5562956', 'Siobhán O''Connell', 'eeb17262-51bc-390c-a168-de6fc3900e6d', 'Harbour Street Clinic', 'Australia/Sydney', '29d14b8b-f8e1-398d-b4fa-13c453a3814a', 'a954ab8a-1180-30d5-ba32-e0ed799367d0', 'Standard consultation', 30, 1796103000000, 1796104800000, 'c10c6c9e.Lye2HO/MTC7CsxWHfzl/RvbtkhyBIL+JcOXb5l2kLCfHJUslD8ZfvJpAVj03PaewKakXXGlYBXhqzO3+lmIHM1F3ceX5AWXQZWIRuDvOx2TVXfOsgNrkgfAn2Q0Jj4Tv9KMcpjt0N0amK8ZXbarp5A3pUpeXw3UgftQxx8UkIkCBBXBhuahx1a9o9uZ7fn8cML/qkekcP2+hRgoKLkHAOIWvAHSl20ofNLhK1e/q/pZHVhZSC9r42hD/ybpIk7WGvBGqBA==', 0, null, null, null, null, null, 0, null, null, 1796095724110, 1796095724418, 1796098004110, 0, null, null);

insert into booking (id, clinic, key_hash, state, attempt, practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id, type_id, type_name, type_minutes, starts_at, ends_at, answers, extensions, reference, asked_at, look_at, client_id, client_until, sends, sent_until, appointment_id, created_at, changed_at, erase_at, changes, claimed_by, claimed_until)
values ('9vs8EdAQ5vJXK52Hl8yqJA', 'clinic', '31116f106c125a50a2f274f196886e15bfee5e89fbcb986be8eb19e105995b02', 'BOOKED', 1, '470f0890-2d87-3dca-bfc9-77bdb5562956', 'Siobhán O''Connell', 'eeb17262-51bc-390c-a168-de6fc3900e6d', 'Harbour Street Clinic', 'Australia/Sydney', '29d14b8b-f8e1-398d-b4fa-13c453a3814a', 'a954ab8a-1180-30d5-ba32-e0ed799367d0', 'Standard consultation', 30, 1796167800000, 1796169600000, 'c10c6c9e.NgLNnAdBdpghZSZguUWgqLjatNKIpnZf5C69PpP9s8sFRcBte2X4SwJk6BtRJSdSsTwGkzzTs20AUVp2m/ZEJylE6c9mAkxuyuZK/YFGGC/fLOlD7NunlHSAXevvkBCjnYXluWP3EUIWvpH3MCwfDnnAC4Esxjt6qR2guth+v5gQW2Umyv7MqxsARhcmL/IAdVd2L5jOFErFe8uhCga87I4yTrn+LL4Lx9FCtb5YPBQg0/ouMoO2QPP1d2iV1hl729o=', 0, 'FJNMXD', 1796095725240, null, '3af49d40-5bcd-45d4-9262-5ae503c6e521', null, 1, 1796095835551, 'b269f25a-e526-48fe-8edb-6446479c8def', 1796095724686, 1796095725692, 1796256000000, 2, 'DB8fJ5IlTCAzlqdLRmk92w', null);

insert into booking (id, clinic, key_hash, state, attempt, practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id, type_id, type_name, type_minutes, starts_at, ends_at, answers, extensions, reference, asked_at, look_at, client_id, client_until, sends, sent_until, appointment_id, created_at, changed_at, erase_at, changes, claimed_by, claimed_until)
values ('qwdKjqzxJDkCmZDOkC7uzQ', 'clinic', '041d02fd3e8b92fe6201f57e3ffd13cd888a4f407bb7ec8edfcfc5e0518194ea', 'SUBMITTING', 1, '14f9b4f9-7d78-3355-b80c-b0f8c8865714', 'Daniel Nguyen', '41436d02-7a53-3a9b-bdd9-f5721a439873', 'River Road Clinic', 'Australia/Brisbane', '6f93ea4e-f7df-3989-a8ce-752b2b52f92a', 'a954ab8a-1180-30d5-ba32-e0ed799367d0', 'Standard consultation', 30, 1796194800000, 1796196600000, 'c10c6c9e.J2k2P+hALGcrcxWW4I3LBckMxt87RBzcLondXWMZP4l005WXm40G1mHLOY6G3LJTmS5Omic/brODBmHotWHeTtQHp/ke6FbAWHJjJ/YIY0S3cfeBbLy6lp1H+SvEOeT0ALAYRvR03aAGsDBkGK/U0ScR3deSqveawLZ+r40AJw8tXt7hjQmDvorajMrC65KkRNnvtpflV//wTg1kWJhSBwifk13byfUoHT5znUorQNk+Mhe3sd6dz48fRDChcibAi+Sc', 0, 'MQ9SKM', 1796095725956, 1796095725956, null, null, 0, null, null, 1796095724950, 1796095725956, 1796799600000, 1, null, null);

insert into booking (id, clinic, key_hash, state, attempt, practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id, type_id, type_name, type_minutes, starts_at, ends_at, answers, extensions, reference, asked_at, look_at, client_id, client_until, sends, sent_until, appointment_id, created_at, changed_at, erase_at, changes, claimed_by, claimed_until)
values ('FzL5r63edNJb7MgXcuonWg', 'clinic', '61f3c24b7c7c855c26bd50b178e5ae6a12e6647720ddce2d2ea609d0f92a5f0a', 'SUBMITTING', 1, '470f0890-2d87-3dca-bfc9-77bdb5562956', 'Siobhán O''Connell', '41436d02-7a53-3a9b-bdd9-f5721a439873', 'River Road Clinic', 'Australia/Brisbane', '6f93ea4e-f7df-3989-a8ce-752b2b52f92a', 'a954ab8a-1180-30d5-ba32-e0ed799367d0', 'Standard consultation', 30, 1796254200000, 1796256000000, 'c10c6c9e.10mmYJ7o0fGpHUUo9j6zV0duhA2iYHeq5MEgPnV4xJdIbtBHhW6MIqM36Qqw24l5mRSdT2RRjlkJcnEuTCMUVuokDS9ImlOK+Z25qsbHDaTY1vmuU26MR7GMz3T3XSpBCjFbGHr5CrfUgje0UvWOjCNwRHbIHL/5u4pptnf5yK7M+XoPPkXWyhofeyTMPyyjfGiLPluNYfPLalEWtrbPRvaYF4T8zZ5qfcSkIW/Hpw70B6/CGYWoNjd5nAZ7SWdiUx1I', 0, 'M43AQM', 1796095742571, 1796095742571, '3cd37c08-c873-4687-a382-ea95633f42fc', null, 1, 1796095852779, null, 1796095741668, 1796095742571, 1796859000000, 1, 'jeSDoAvCdYuhoOXcHruGwQ', 1796095752780);

insert into booking (id, clinic, key_hash, state, attempt, practitioner_id, practitioner_name, location_id, location_name, zone, timezone_id, type_id, type_name, type_minutes, starts_at, ends_at, answers, extensions, reference, asked_at, look_at, client_id, client_until, sends, sent_until, appointment_id, created_at, changed_at, erase_at, changes, claimed_by, claimed_until)
values ('OcGfsCRBv3azhruvOey4mw', 'clinic', '78b029d8993e3ef438fac870034c9dc1271cc61d263b4fd3471f7a2a9c38d7d6', 'UNKNOWN', 1, '14f9b4f9-7d78-3355-b80c-b0f8c8865714', 'Daniel Nguyen', '41436d02-7a53-3a9b-bdd9-f5721a439873', 'River Road Clinic', 'Australia/Brisbane', '6f93ea4e-f7df-3989-a8ce-752b2b52f92a', 'a954ab8a-1180-30d5-ba32-e0ed799367d0', 'Standard consultation', 30, 1796259000000, 1796260800000, 'c10c6c9e.bv+uornOYK3PGDr+nmCSaz3TLefwtKanst8nPk0WWto3AMqaYTqvjZM6yz1O8Me5etlY3JGzLwyiOjWUWVW4GwuHrSEG3f/OXXDhYNeon2I65beiZjttldmW+o7eEHEe6IPCsrjplIlILNfdSoqsfSkDXjpONi9BY4jDnkE2wvl4gwWxfL8I9dRYxm9KkB5YX2jHN3Nt7X4N7d2+I12i/ipBzwvMPBSqBXVyQDx45B3GWGF7gh2SRp4BE2OgUfm1RL7i', 0, 'CV0W4K', 1796095762448, 1796095766288, 'a713ef81-51e9-4f31-8d62-479454058ef6', null, 1, 1796095872991, null, 1796095761387, 1796095763302, 1796863800000, 2, 'rzNBEXvJ5hjPpDSao28Fuw', 1796095776491);

insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
values ('gtdzqMZjHvtf6nIdzrjyBA', 'clinic', '470f0890-2d87-3dca-bfc9-77bdb5562956', 1796103000000, 1796104800000, 1796096204110, null);

insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
values ('9vs8EdAQ5vJXK52Hl8yqJA', 'clinic', '470f0890-2d87-3dca-bfc9-77bdb5562956', 1796167800000, 1796169600000, 1796096685680, null);

insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
values ('qwdKjqzxJDkCmZDOkC7uzQ', 'clinic', '14f9b4f9-7d78-3355-b80c-b0f8c8865714', 1796194800000, 1796196600000, 1796196600000, null);

insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
values ('FzL5r63edNJb7MgXcuonWg', 'clinic', '470f0890-2d87-3dca-bfc9-77bdb5562956', 1796254200000, 1796256000000, 1796256000000, null);

insert into hold (booking_id, clinic, practitioner_id, starts_at, ends_at, expires_at, address)
values ('OcGfsCRBv3azhruvOey4mw', 'clinic', '14f9b4f9-7d78-3355-b80c-b0f8c8865714', 1796259000000, 1796260800000, 1796260800000, null);

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('gtdzqMZjHvtf6nIdzrjyBA', 0, 1796095724110, 1, null, 'DRAFT', 'a time was tapped');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('9vs8EdAQ5vJXK52Hl8yqJA', 0, 1796095724686, 1, null, 'DRAFT', 'a time was tapped');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('qwdKjqzxJDkCmZDOkC7uzQ', 0, 1796095724950, 1, null, 'DRAFT', 'a time was tapped');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('9vs8EdAQ5vJXK52Hl8yqJA', 1, 1796095725240, 1, 'DRAFT', 'SUBMITTING', 'sent by the patient');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('9vs8EdAQ5vJXK52Hl8yqJA', 2, 1796095725692, 1, 'SUBMITTING', 'BOOKED', 'the diary said so');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('qwdKjqzxJDkCmZDOkC7uzQ', 1, 1796095725956, 1, 'DRAFT', 'SUBMITTING', 'sent by the patient');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('FzL5r63edNJb7MgXcuonWg', 0, 1796095741668, 1, null, 'DRAFT', 'a time was tapped');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('FzL5r63edNJb7MgXcuonWg', 1, 1796095742571, 1, 'DRAFT', 'SUBMITTING', 'sent by the patient');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('OcGfsCRBv3azhruvOey4mw', 0, 1796095761387, 1, null, 'DRAFT', 'a time was tapped');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('OcGfsCRBv3azhruvOey4mw', 1, 1796095762448, 1, 'DRAFT', 'SUBMITTING', 'sent by the patient');

insert into audit (booking_id, number, happened_at, attempt, from_state, to_state, why)
values ('OcGfsCRBv3azhruvOey4mw', 2, 1796095763302, 1, 'SUBMITTING', 'UNKNOWN', 'sent without a clear answer');

insert into new_client (clinic, person, booking_id, claimed_until)
values ('clinic', 'dfedc005cbaf5b40d774fbec14f8be22db277b2c88f61dc8447f700200f4c798', '9vs8EdAQ5vJXK52Hl8yqJA', 1796095835411);

insert into new_client (clinic, person, booking_id, claimed_until)
values ('clinic', '67f4e40794621c22162cd489e9354584a805cdd712f6e0c535bc2fa5c963bb30', 'FzL5r63edNJb7MgXcuonWg', 1796095852670);

insert into new_client (clinic, person, booking_id, claimed_until)
values ('clinic', '3a69883bf8a781c47929eb1635d088f83f1c0295bcc567c8fac2d05eda283fe0', 'OcGfsCRBv3azhruvOey4mw', 1796095872783);

insert into hold_version (clinic, version)
values ('clinic', 5);
