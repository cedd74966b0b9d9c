import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

/** Who wants no more mails, and what their pages are signed with. Kept in the queue's file. */
export interface Refusals {
  /** Keeps that somebody wants no more of the mails that one can refuse. `now` in milliseconds since 1970. */
  unsubscribe: (address: string, now: number) => void;
  isUnsubscribed: (address: string) => boolean;
  /** Those of whom a team has not been told yet. */
  untold: () => string[];
  told: (address: string) => void;
  /** A secret of this file's, made at its first use. */
  secret: (name: string) => string;
}

const SCHEMA = `
  create table if not exists unsubscribed (address text primary key, at integer not null) strict;
  create table if not exists untold (address text primary key) strict;
  create table if not exists secrets (name text primary key, value text not null) strict;
`;

const row = v.object({ value: v.string() });
const person = v.object({ address: v.string() });

export function openRefusals(db: DatabaseSync): Refusals {
  db.exec(SCHEMA);
  const leave = db.prepare(`insert into unsubscribed (address, at) values (?, ?) on conflict (address) do nothing`);
  const note = db.prepare(`insert into untold (address) values (?) on conflict (address) do nothing`);
  const waiting = db.prepare(`select address from untold`);
  const forget = db.prepare(`delete from untold where address = ?`);
  const left = db.prepare(`select 1 from unsubscribed where address = ?`);
  const keep = db.prepare(`insert into secrets (name, value) values (?, ?) on conflict (name) do nothing`);
  const kept = db.prepare(`select value from secrets where name = ?`);
  return {
    unsubscribe(address, now) {
      leave.run(address.toLowerCase(), now);
      note.run(address.toLowerCase());
    },
    isUnsubscribed: (address) => left.get(address.toLowerCase()) !== undefined,
    untold: () => v.parse(v.array(person), waiting.all()).map(({ address }) => address),
    told(address) {
      forget.run(address);
    },
    secret(name) {
      keep.run(name, randomBytes(32).toString('base64url'));
      return v.parse(row, kept.get(name)).value;
    },
  };
}
