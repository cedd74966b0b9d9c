import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const list = v.pipe(v.array(text), v.maxLength(200));

/**
 * What an administrator gives to all browsers of a fleet: `public/managed-schema.json` says the same to the browser. Each value that
 * cannot be read counts as not given; browsers check them late or not at all.
 */
const MANAGED = v.object({
  /** Capture was agreed to for everybody. */
  consent: v.fallback(v.optional(v.boolean(), false), false),
  /** So was sending to the team. */
  sending: v.fallback(v.optional(v.boolean(), false), false),
  /** Addresses and patterns of the sites to watch, as the options take them. */
  sites: v.fallback(v.optional(list, []), []),
  /** Values of settings by key. */
  settings: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
  /** Keys of the settings that nobody may change. */
  locked: v.fallback(v.optional(list, []), []),
  /** The team's server and its public key. */
  team: v.fallback(v.nullish(v.object({ url: text, key: text }), null), null),
});

export type Managed = v.InferOutput<typeof MANAGED>;

/** Never throws: what is no object at all is an empty policy. */
export function parseManaged(value: unknown): Managed {
  const result = v.safeParse(MANAGED, value);
  return result.success ? result.output : v.parse(MANAGED, {});
}
