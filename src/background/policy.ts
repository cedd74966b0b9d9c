import { readingProblem } from '../core/account.ts';
import type { Managed, SiteRule } from '../core/managed.ts';
import { parseSetting, type SettingFailure } from '../core/settings.ts';
import { changedSite } from '../core/site-change.ts';
import { readPattern } from '../core/site-patterns.ts';
import { readProject } from '../core/sync/project-address.ts';
import { isTeamSetting } from '../core/sync/team-settings.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { keepProject, lockSettings } from '../storage/policy.ts';
import { saveSetting } from '../storage/preferences.ts';
import { changeSite, type EnsuredSite, ensureSite, ensureSiteOfPattern } from '../storage/sites.ts';
import { hasTeam } from '../storage/team.ts';
import { addressOf } from './sites/patterns.ts';

/** The site of an address, or one of its own for a pattern of many hosts. */
export function siteFor(db: VigieDatabase, pattern: string, now: string): Promise<EnsuredSite> {
  const address = addressOf(pattern);
  return address === null ? ensureSiteOfPattern(db, pattern, now) : ensureSite(db, address, now);
}

/**
 * Brings settings, sites, locks and the team's address to what a policy says; does nothing when they are so, so that every start may do
 * it. What a policy no longer says stays as it was, as an ordinary setting; what a team has in common its administrators alone decide. Returns what of it could not be used.
 */
export async function applyPolicy(db: VigieDatabase, policy: Managed, now: string): Promise<SettingFailure[]> {
  const failures = [...policy.problems];
  const inTeam = await hasTeam(db);
  for (const [key, value] of Object.entries(policy.settings)) {
    if ((inTeam && isTeamSetting(key)) || (await isSet(db, key, value))) continue;
    const failure = await saveSetting(db, key, value, now);
    if (failure !== null) failures.push(failure);
  }
  for (const site of policy.sites) failures.push(...(await applySite(db, 'sites', { site }, now)));
  for (const rule of policy.siteRules) failures.push(...(await applySite(db, 'siteRules', rule, now)));
  await lockSettings(db, policy.locked);
  failures.push(...(await applyTeam(db, policy)));
  return failures;
}

async function isSet(db: VigieDatabase, key: string, value: unknown): Promise<boolean> {
  const wanted = parseSetting(key, value);
  const row = await db.cm_settings.get(key);
  return wanted.ok && row !== undefined && JSON.stringify(row.value) === JSON.stringify(wanted.value);
}

/** Makes the site known, with what its rule says. The administrator agrees to the rule for everybody. */
async function applySite(
  db: VigieDatabase,
  key: 'sites' | 'siteRules',
  { site, ...rule }: SiteRule,
  now: string,
): Promise<SettingFailure[]> {
  const unusable = (problem: string): SettingFailure[] => [
    { code: 'invalid-setting', key, detail: `${site.slice(0, 100)}: ${problem}` },
  ];
  const read = readPattern(site);
  if ('problem' in read) return unusable(read.problem);
  const problem = rule.account && readingProblem(rule.account);
  if (problem) return unusable(`account, ${problem}`);
  const { id } = await siteFor(db, read.pattern, now);
  const before = await db.cm_sites.get(id);
  if (before === undefined) return [];
  const after = changedSite(before, rule, before.updated_at);
  if (JSON.stringify(after) !== JSON.stringify(before)) await changeSite(db, id, rule, now);
  return [];
}

async function applyTeam(db: VigieDatabase, { team }: Managed): Promise<SettingFailure[]> {
  const read = team && readProject(team.url, team.key);
  await keepProject(db, read && 'project' in read ? read.project : null);
  return read && 'problem' in read ? [{ code: 'invalid-setting', key: 'team', detail: read.problem }] : [];
}
