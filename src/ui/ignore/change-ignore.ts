import type { Settings } from '../../core/settings.ts';
import { send } from '../../messages/client.ts';
import { settings as storedSettings } from '../../storage/queries.ts';
import { db } from '../data/database.ts';

type Ignore = Settings['ignore'];

/** Changes the ignore rules as they are stored now: another page, or a click a moment ago, may have changed them. */
export async function changeIgnore(change: (settings: Ignore) => Ignore): Promise<void> {
  const { settings } = await storedSettings(db);
  await send({ type: 'settings.save', key: 'ignore', value: change(settings.ignore) });
}
