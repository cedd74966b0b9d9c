import { browser } from '../../platform/browser.ts';
import type { AlarmPort } from './alarm-port.ts';

export function createBrowserAlarmPort(): AlarmPort {
  return {
    async ensure(name, minutes) {
      const alarm = await browser.alarms.get(name);
      if (alarm?.periodInMinutes === minutes) return;
      await browser.alarms.create(name, { periodInMinutes: minutes });
    },
    async once(name, when) {
      await browser.alarms.create(name, { when });
    },
  };
}
