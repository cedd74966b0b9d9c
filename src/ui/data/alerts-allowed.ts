import { browser } from '../../platform/browser.ts';
import { onGrantsChanged } from './grants.ts';
import { useAsked } from './use-asked.ts';
import type { Live } from './use-live-query.ts';

/** The permission that the browser's own notifications need. */
const ALERTS = { permissions: ['notifications' as const] };

function allowed(): Promise<boolean> {
  return browser.permissions.contains(ALERTS);
}

/** Whether the browser lets us show notifications, live: its settings can take that back, and imported settings come without it. */
export function useAlertsAllowed(): Live<boolean> {
  return useAsked(allowed, onGrantsChanged);
}

/** Asks the person. Must be the first thing that a click does: browsers forget the gesture at the first await. */
export function requestAlerts(): Promise<boolean> {
  return browser.permissions.request(ALERTS);
}
