import type { Self, Sender } from '../../src/messages/sender.ts';

/** Senders as the browsers fill them in, for tests. */
export const SELF: Self = { id: 'vigie-id', base: 'chrome-extension://vigie-id/' };

export function relay(change: Partial<Sender> = {}): Sender {
  return {
    id: SELF.id,
    url: 'http://localhost:3000/booking?step=2',
    origin: 'http://localhost:3000',
    frameId: 0,
    documentId: 'D0C',
    tab: { id: 7, url: 'http://localhost:3000/booking?step=2' },
    ...change,
  };
}

export function ownPage(page = 'dashboard.html', change: Partial<Sender> = {}): Sender {
  return {
    id: SELF.id,
    url: `${SELF.base}${page}`,
    origin: 'chrome-extension://vigie-id',
    tab: { id: 9, url: `${SELF.base}${page}` },
    frameId: 0,
    ...change,
  };
}
