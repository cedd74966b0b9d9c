import * as v from 'valibot';
import { text } from './fields.ts';
import { statusRange } from './statuses.ts';

/* What a site says about itself beside its addresses: where its pages name the account and the release, which answers are quiet. */

/** Where a page may name who is signed in. */
export const ACCOUNT_SOURCES = ['meta', 'selector', 'local_storage', 'session_storage', 'cookie'] as const;
export const RELEASE_SOURCES = ['meta', 'global', 'script'] as const;
export const ACCOUNT_FIELDS = ['client_id', 'client_email'] as const;

/** How to read the signed-in account from a page of the site. */
export interface AccountReading {
  read: (typeof ACCOUNT_SOURCES)[number];
  /** Name of the meta tag, key or cookie, or the selector; what it may look like further is said in `account.ts`. */
  name: string;
  field: (typeof ACCOUNT_FIELDS)[number];
}

export interface AccountRule extends AccountReading {
  /** Whether the person who uses this browser agreed to it. One that came from elsewhere reads nothing before. */
  accepted: boolean;
}

/** How to read the application's release from a page of the site. */
export interface ReleaseRule {
  read: (typeof RELEASE_SOURCES)[number];
  /** Name of the meta tag, path of a global such as `APP.version`, or a script's file name such as `app.*.js`. */
  name: string;
}

const NAME_LIMIT = 300;

const name = v.pipe(text, v.trim(), v.minLength(1), v.maxLength(NAME_LIMIT));

const reading = { read: v.picklist(ACCOUNT_SOURCES), name, field: v.picklist(ACCOUNT_FIELDS) };

export const accountReading: v.GenericSchema<unknown, AccountReading> = v.object(reading);
export const accountRule: v.GenericSchema<unknown, AccountRule> = v.object({ ...reading, accepted: v.boolean() });
export const releaseRule: v.GenericSchema<unknown, ReleaseRule> = v.object({ read: v.picklist(RELEASE_SOURCES), name });

/** More are a mistake of a form. */
const MAX_QUIET_STATUSES = 50;
const MAX_ENVIRONMENT = 60;

export const quietStatuses = v.pipe(v.array(statusRange), v.maxLength(MAX_QUIET_STATUSES));
/** '' for none. */
export const environment = v.pipe(text, v.trim(), v.maxLength(MAX_ENVIRONMENT));

/** Whether two readings are the same, whoever agreed to them. */
export function sameReading(a: AccountReading, b: AccountReading): boolean {
  return a.read === b.read && a.name === b.name && a.field === b.field;
}
