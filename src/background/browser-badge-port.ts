import { browser } from '../platform/browser.ts';
import type { BadgePort } from './badge.ts';

export function createBrowserBadgePort(): BadgePort {
  return {
    async show(tab, text, color) {
      const { action } = browser;
      await Promise.all([
        action.setBadgeText({ tabId: tab, text }),
        action.setBadgeBackgroundColor({ tabId: tab, color }),
        action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
      ]);
    },
  };
}
