import type { SettingKey } from '../settings.ts';

/** Settings that a team has in common: its administrators decide about them, for every browser and for the database. */
export const TEAM_SETTINGS: readonly SettingKey[] = ['tickets', 'notifications'];

/** The others are each browser's own. */
export function isTeamSetting(key: string): boolean {
  const keys: readonly string[] = TEAM_SETTINGS;
  return keys.includes(key);
}
