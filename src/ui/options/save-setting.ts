import type { SettingKey, Settings } from '../../core/settings.ts';
import { send } from '../../messages/client.ts';

/** Has the background replace one setting. */
export function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<null> {
  return send({ type: 'settings.save', key, value });
}
