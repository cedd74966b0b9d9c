import type { AlarmPort } from './monitoring/alarm-port.ts';
import type { Rate } from './ingest/rate-limit.ts';
import type { BadgePort } from './badge.ts';
import type { TabFacts } from './network/place.ts';
import type { CapturePort } from './sites/capture-port.ts';
import type { MailPort } from './mail/mail-port.ts';
import type { TeamPorts } from './sync/team-sync.ts';
import type { BrowserFacts } from './ingest/browser-facts.ts';
import type { VigieDatabase } from '../storage/database.ts';
import type { SessionStore } from './account/kept-readings.ts';
import type { SessionMark } from './session.ts';
import type { Managed } from '../core/managed.ts';
import type { AlertPort } from './alerts/alert-port.ts';
import type { PageReader } from './account/page-reader.ts';

/** What the background needs of its surroundings. */
export interface BackgroundPorts {
  db: VigieDatabase;
  badge: BadgePort;
  alarm: AlarmPort;
  capture: CapturePort;
  session: SessionMark;
  browser: BrowserFacts;
  /** The language of the browser's own menus. */
  language: () => string;
  rate: Rate;
  /** Looks into pages whose sites have rules for it. */
  pages: PageReader;
  /** Holds what was read there for as long as the browser runs. */
  memory: SessionStore;
  /** Whether any site wants the browser's view of requests. */
  watchRequests: (wanted: boolean) => void;
  /** The browser's own notifications. */
  alert: AlertPort;
  /** What a tab shows; null when it is gone. */
  tab: (id: number) => Promise<TabFacts | null>;
  /** What a policy gives. */
  managed: () => Promise<Managed>;
  /** Opens the page that asks for consent, in front. */
  welcome: () => Promise<void>;
  /** The mail service of this machine. */
  mail: MailPort;
  /** What a team is reached by. */
  team: TeamPorts;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A random UUID. */
  newId: () => string;
  /** Told of everything of ours that failed. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}
