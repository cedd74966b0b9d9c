import { send } from '../../messages/client.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import type { OwnRule } from './ignore-draft.ts';

/** Adds a rule to the rules as they are now: another page may have changed them. */
export async function addIgnoreRule(rule: OwnRule): Promise<void> {
  const { settings } = await storedSettings(db);
  const value = { ...settings.ignore, rules: [...settings.ignore.rules, rule] };
  await send({ type: 'settings.save', key: 'ignore', value });
}
