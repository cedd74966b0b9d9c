import { CAPTURE_SCRIPTS, type CapturePort, type Registration, UNOBTRUSIVE_SCRIPT } from './capture-port.ts';
import { isRegistrable } from './patterns.ts';

/** The pages that capture should be registered for; null when there are none. In those of `fixed` registered scripts would run twice. */
function desiredMatches(
  granted: readonly string[],
  fixed: readonly string[],
  excluded: readonly string[],
): Pick<Registration, 'matches' | 'excludeMatches'> | null {
  const excludeMatches = unique([...fixed, ...excluded]);
  const open = granted.flatMap((pattern) => (pattern === '<all_urls>' ? ['http://*/*', 'https://*/*'] : [pattern]));
  const matches = unique(open.filter((pattern) => isRegistrable(pattern) && !excludeMatches.includes(pattern)));
  return matches.length === 0 ? null : { matches, excludeMatches };
}

/** What `cm_sites` wants of the browser. */
export interface WantedPatterns {
  /** Whether capture was agreed to: without it no script runs anywhere. */
  agreed: boolean;
  /** Of sites that are off. */
  excluded: readonly string[];
  /** Of sites in unobtrusive mode. */
  unobtrusive: readonly string[];
}

function wantedScripts(
  granted: readonly string[],
  fixed: readonly string[],
  { agreed, excluded, unobtrusive }: WantedPatterns,
): Registration[] {
  if (!agreed) return [];
  const pages = desiredMatches(granted, fixed, excluded);
  const capture = pages === null ? [] : CAPTURE_SCRIPTS.map(({ id }) => ({ id, ...pages }));
  if (unobtrusive.length === 0) return capture;
  return [{ id: UNOBTRUSIVE_SCRIPT.id, matches: unique(unobtrusive), excludeMatches: [] }, ...capture];
}

/**
 * Brings the registered content scripts to what the grants and the sites ask for, from whatever state an update of the
 * extension, a revoked grant or a killed worker left. Does nothing when all is well, so it may run at every start.
 */
export async function reconcile(port: CapturePort, patterns: WantedPatterns): Promise<void> {
  const wanted = wantedScripts(await port.granted(), port.fixed(), patterns);
  const present = await port.registered();
  const stale = present.filter(({ id }) => !wanted.some((script) => script.id === id)).map(({ id }) => id);
  const missing = wanted.filter(({ id }) => !present.some((script) => script.id === id));
  const changed = wanted.filter((script) => present.some((other) => other.id === script.id && !same(other, script)));
  if (stale.length + missing.length + changed.length === 0) return;
  // First: what a killed worker leaves must not bring back what is to go.
  await port.keep(wanted);
  if (stale.length > 0) await port.unregister(stale);
  if (missing.length > 0) await port.register(missing);
  if (changed.length > 0) await port.update(changed);
}

function same(a: Registration, b: Registration): boolean {
  return sameSet(a.matches, b.matches) && sameSet(a.excludeMatches, b.excludeMatches);
}

/** Browsers may give patterns back in another order. */
function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)].toSorted();
}
