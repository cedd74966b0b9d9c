import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Origins {
  origins?: string[];
  permissions?: string[];
}

type Listener = (change: Origins) => void;

/** The browser's grants in memory, with what asks for them; the fake browser has none. */
export function fakeGrants(...granted: string[]) {
  const held = new Set(granted);
  const listeners = new Set<Listener>();
  const event = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  const changed = (origins: string[]) => {
    for (const listener of listeners) listener({ origins });
  };
  const grants = {
    listeners,
    /** What the person answers to the browser's question. */
    answer: true,
    /** Whether the permissions that are no sites are there. */
    permissions: true,
    contains: vi.fn(
      async ({ origins = [], permissions = [] }: Origins) =>
        origins.every((origin) => held.has(origin)) && (permissions.length === 0 || grants.permissions),
    ),
    getAll: vi.fn(async (): Promise<Origins> => ({ origins: [...held] })),
    request: vi.fn(async ({ origins = [], permissions = [] }: Origins) => {
      if (grants.answer && permissions.length > 0) grants.permissions = true;
      if (grants.answer) grants.give(...origins);
      return grants.answer;
    }),
    remove: vi.fn(async ({ origins = [] }: Origins) => {
      grants.take(...origins);
      return true;
    }),
    give(...origins: string[]) {
      for (const origin of origins) held.add(origin);
      changed(origins);
    },
    take(...origins: string[]) {
      for (const origin of origins) held.delete(origin);
      changed(origins);
    },
  };
  const { contains, getAll, request, remove } = grants;
  Object.assign(fakeBrowser.permissions, { contains, getAll, request, remove, onAdded: event, onRemoved: event });
  return grants;
}
