import { browser } from '../../platform/browser.ts';
import { createTeamClient } from '../../remote/team-client.ts';
import type { SessionStorage } from '../../remote/session.ts';
import { createBrowserLockPort } from './lock-port.ts';
import type { TeamPorts } from './team-sync.ts';

export function createBrowserTeamPorts(): TeamPorts {
  const ports = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    storage: createBrowserSessionStorage(),
    now: Date.now,
    online: () => navigator.onLine,
  };
  return {
    connect: (project) => createTeamClient(project, ports),
    lock: createBrowserLockPort(),
    random: Math.random,
  };
}

/** Survives the worker and the browser. No content script of ours speaks to `storage`, and pages cannot. */
function createBrowserSessionStorage(): SessionStorage {
  return {
    async getItem(key) {
      const value: unknown = (await browser.storage.local.get(key))[key];
      return typeof value === 'string' ? value : null;
    },
    setItem: (key, value) => browser.storage.local.set({ [key]: value }),
    removeItem: (key) => browser.storage.local.remove(key),
  };
}
