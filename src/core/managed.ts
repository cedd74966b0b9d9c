import * as v from 'valibot';
import type { SettingFailure } from './settings.ts';
import { accountReading, environment, releaseRule } from './site-rules.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const list = v.pipe(v.array(text), v.maxLength(200));

/** Where pages of a site name the account and the release, and what is noted with its errors, as its form in the options has it. */
const SITE_RULE = v.strictObject({
  /** Address or pattern. */
  site: text,
  account: v.exactOptional(accountReading),
  release: v.exactOptional(releaseRule),
  environment: v.exactOptional(environment),
});

export type SiteRule = v.InferOutput<typeof SITE_RULE>;

/** What an administrator gives to all browsers of a fleet: `public/managed-schema.json` says the same to the browser. */
const MANAGED = v.object({
  /** Capture was agreed to for everybody. */
  consent: v.optional(v.boolean(), false),
  /** So was sending to the team. */
  sending: v.optional(v.boolean(), false),
  /** Addresses and patterns of the sites to watch, as the options take them. */
  sites: v.optional(list, []),
  siteRules: v.optional(v.pipe(v.array(SITE_RULE), v.maxLength(200)), []),
  /** Values of settings by key. */
  settings: v.optional(v.record(v.string(), v.unknown()), {}),
  /** Keys of the settings that nobody may change. */
  locked: v.optional(list, []),
  /** The team's server and its public key. */
  team: v.nullish(v.object({ url: text, key: text }), null),
});

export interface Managed extends v.InferOutput<typeof MANAGED> {
  /** What was given and counts as not given, with the reason: browsers check policies late or not at all. */
  problems: SettingFailure[];
}

/** Never throws: what is no object at all is an empty policy. */
export function parseManaged(value: unknown): Managed {
  const given = v.is(v.record(v.string(), v.unknown()), value) ? value : {};
  const readable: Record<string, unknown> = {};
  const problems: SettingFailure[] = [];
  for (const [key, written] of Object.entries(given)) {
    const failure = problemOf(key, fromRegistry(written));
    if (failure === null) readable[key] = fromRegistry(written);
    else problems.push(failure);
  }
  return { ...v.parse(MANAGED, readable), problems };
}

function problemOf(key: string, value: unknown): SettingFailure | null {
  const schema = Object.entries(MANAGED.entries).find(([name]) => name === key)?.[1];
  if (schema === undefined) {
    return { code: 'unknown-setting', key: key.slice(0, 100), detail: 'No policy of Vigie has this name' };
  }
  const result = v.safeParse(v.object({ [key]: schema }), { [key]: value });
  if (result.success) return null;
  const [issue] = result.issues;
  return { code: 'invalid-setting', key, detail: `${v.getDotPath(issue) ?? key}: ${issue.message}` };
}

/** Firefox hands over what Windows' registry holds as it lies there: yes and no are numbers, lists and objects texts. */
function fromRegistry(value: unknown): unknown {
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
