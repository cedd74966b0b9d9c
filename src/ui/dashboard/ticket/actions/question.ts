/** What the page of a ticket is asking at present. */
export type Question =
  | { about: 'status' | 'resolve' | 'close' | 'assign' | 'priority' | 'category' | 'snooze' | 'merge' | 'notify' }
  | { about: 'correction' }
  | { about: 'split'; signature: string };
