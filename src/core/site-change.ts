import * as v from 'valibot';
import { cleanText, time } from './fields.ts';
import type { SiteRow } from './rows.ts';
import { siteState } from './site.ts';
import { MAX_PATTERNS, readPattern } from './site-patterns.ts';
import { accountReading, environment, quietStatuses, releaseRule, type AccountReading } from './site-rules.ts';
import type { ReleaseRule } from './site-rules.ts';
import { clip, oneLine } from './text.ts';

const SITE_NAME_LIMIT = 200;

/** What a person changes of a site; what is absent stays as it is. */
export interface SiteChange {
  /** A name of blanks is no name: the old one stays. */
  name?: string;
  patterns?: string[];
  /** On again, a site that was removed is back. */
  enabled?: boolean;
  network?: boolean;
  unobtrusive?: boolean;
  /** Null ends a pause. */
  paused_until?: string | null;
  removed?: boolean;
  /** '' for none. */
  environment?: string;
  quiet_statuses?: string[];
  /** Who sets it agrees to it. Null for none. */
  account?: AccountReading | null;
  release?: ReleaseRule | null;
}

const patterns = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.check((text) => 'pattern' in readPattern(text), 'No address of a site'),
    ),
  ),
  v.minLength(1),
  v.maxLength(MAX_PATTERNS),
  v.transform((list) => [...new Set(list.map(patternOf))]),
);

/** The fields of a change as they arrive. */
export const SITE_CHANGE = {
  name: v.exactOptional(v.string()),
  patterns: v.exactOptional(patterns),
  enabled: v.exactOptional(v.boolean()),
  network: v.exactOptional(v.boolean()),
  unobtrusive: v.exactOptional(v.boolean()),
  paused_until: v.exactOptional(v.nullable(time)),
  removed: v.exactOptional(v.boolean()),
  environment: v.exactOptional(environment),
  quiet_statuses: v.exactOptional(quietStatuses),
  account: v.exactOptional(v.nullable(accountReading)),
  release: v.exactOptional(v.nullable(releaseRule)),
};

/** The site after a change. `now` is ISO 8601. */
export function changedSite(site: SiteRow, change: SiteChange, now: string): SiteRow {
  const { name = '', account, release, ...rest } = change;
  const next: SiteRow = { ...site, ...rest, updated_at: now };
  if (change.enabled === true) next.removed = false;
  const [watched, willBe] = [site, next].map((one) => siteState(one, now) === 'watched');
  if (watched && !willBe) next.paused_at = now;
  if (!watched && willBe) next.paused_until = now;
  const named = clip(oneLine(cleanText(name)), SITE_NAME_LIMIT);
  if (named !== '') next.name = named;
  if (account === null) delete next.account;
  else if (account !== undefined) next.account = { ...account, accepted: true };
  if (release === null) delete next.release;
  else if (release !== undefined) next.release = release;
  return next;
}

function patternOf(text: string): string {
  const result = readPattern(text);
  return 'pattern' in result ? result.pattern : text;
}
