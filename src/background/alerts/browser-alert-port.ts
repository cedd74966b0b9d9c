import { browser } from '../../platform/browser.ts';
import type { AlertPort } from './alert-port.ts';

/** There is one at a time, whichever worker shows it. */
const ID = 'vigie';

/** Absent until its user has allowed them. */
function api(): typeof browser.notifications | undefined {
  return browser.notifications;
}

export function createBrowserAlertPort(): AlertPort {
  return {
    allowed: () => browser.permissions.contains({ permissions: ['notifications'] }),
    async show(title, message) {
      const iconUrl = browser.runtime.getURL('icon/128.png');
      await api()?.create(ID, { type: 'basic', iconUrl, title, message });
    },
    async clear() {
      await api()?.clear(ID);
    },
  };
}

/** Calls `onClick` when somebody clicks the notification. To be called again once notifications are allowed: twice is once. */
export function listenForAlertClicks(onClick: () => void): void {
  api()?.onClicked.addListener(onClick);
}
