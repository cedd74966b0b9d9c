import type { Settings } from '../../core/settings.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import type { MailPort } from './mail-port.ts';

export interface MailPorts {
  db: VigieDatabase;
  mail: MailPort;
  settings: () => Promise<Settings>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** The language of the browser's own menus. */
  language: () => string;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Told of everything of ours that failed. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

export function isoNow({ now }: Pick<MailPorts, 'now'>): string {
  return new Date(now()).toISOString();
}
