import { clientOf, type Account } from '../../core/client.ts';
import { isBack, type ClockState } from '../../core/clock.ts';
import { projectOf } from '../../core/project.ts';
import type { SiteRow } from '../../core/rows.ts';
import type { SweepContext } from '../../core/sweep.ts';
import { visitedPage } from '../../core/visit.ts';
import type { Handlers } from '../../messages/router.ts';
import { createTranslator, resolveLanguage } from '../../platform/i18n.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { resumeWatches } from '../../storage/resume-watches.ts';
import { sweep, type SweepReport } from '../../storage/sweep.ts';
import { noteVisit } from '../../storage/visits.ts';
import { clockState, keepTime } from '../../storage/watch-clock.ts';
import type { PageView } from '../account/foresee.ts';
import { readsAccounts, type PageFacts } from '../account/page-facts.ts';
import type { CaptureContext } from '../ingest/context.ts';
import { frameOf } from '../ingest/frame.ts';
import type { Retention } from '../retention.ts';
import type { AlarmPort } from './alarm-port.ts';
import { resolutionWords } from './resolution.ts';

/** Name of the alarm that asks for a sweep. */
export const SWEEP_ALARM = 'sweep';
/** A ticket closes at most so much later than it is due, while the browser runs. */
const SWEEP_MINUTES = 5;

export interface MonitoringPorts {
  db: VigieDatabase;
  alarm: AlarmPort;
  retention: Retention;
  context: () => Promise<CaptureContext>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The language of the browser's own menus. */
  language: () => string;
}

/** Watches tickets until their errors have stayed away long enough. Everything it knows stands in the database. */
export interface Monitoring {
  handlers: Pick<Handlers, 'monitoring.sweep' | 'monitoring.resume'>;
  sweep(): Promise<SweepReport>;
  /** The alarm rang. */
  rang(): Promise<void>;
  /** To be called at every start of the worker: whatever became due while nobody ran (sleep, a restart, an update) is done now. */
  woke(): Promise<void>;
  /** A tab's top page is shown. Where pages say who is there, their visits count only once they were read. */
  shown(view: PageView, context: CaptureContext): Promise<void>;
  /** It was read. */
  read(view: PageView, facts: PageFacts, context: CaptureContext): Promise<void>;
  /** Occurrences of about now are going to be stored: a clock that jumped back must be noticed before, not at the next sweep. */
  storing(context: CaptureContext): Promise<void>;
}

export function createMonitoring({ db, alarm, retention, context, now, language }: MonitoringPorts): Monitoring {
  /** The latest reading that this worker knows of; undefined before it looked. */
  let clock: ClockState | null | undefined;

  async function sweepNow(): Promise<SweepReport> {
    const { settings } = await context();
    const report = await sweep(db, sweepContext(settings, now(), language()));
    clock = await clockState(db);
    return report;
  }

  async function visited({ site, url, at }: ShownPage, account: Account, known: CaptureContext): Promise<void> {
    const { client_id } = clientOf(account, site.id);
    const visit = { install: known.install, project: site.id, page: visitedPage(url), client_id, at };
    await noteVisit(db, visit, known.settings.tickets.monitoringDuration);
  }

  return {
    handlers: {
      'monitoring.sweep': sweepNow,
      async 'monitoring.resume'() {
        const { settings } = await context();
        return resumeWatches(db, settings.tickets.monitoringDuration);
      },
    },
    sweep: sweepNow,
    async rang() {
      await sweepNow();
      await retention.trim((await context()).settings.retention);
    },
    async woke() {
      await alarm.ensure(SWEEP_ALARM, SWEEP_MINUTES);
      await sweepNow();
    },
    async shown(view, known) {
      const page = pageOf(view, known);
      if (page !== null && !readsAccounts(page.site)) await visited(page, known.settings.identity, known);
    },
    async read(view, { client }, known) {
      const page = pageOf(view, known);
      if (page !== null && readsAccounts(page.site)) await visited(page, client ?? known.settings.identity, known);
    },
    async storing({ settings }) {
      const moment = now();
      if (clock === undefined) clock = await clockState(db);
      if (isBack(clock, moment)) {
        await keepTime(db, new Date(moment).toISOString(), settings.tickets.monitoringDuration);
        clock = await clockState(db);
      } else if (clock !== null) clock = { ...clock, last: moment };
    },
  };
}

interface ShownPage {
  site: SiteRow;
  url: string;
  /** ISO 8601. */
  at: string;
}

/** Null for frames, and on sites that are turned off. */
function pageOf({ sender, at }: PageView, { sites }: CaptureContext): ShownPage | null {
  const frame = frameOf(sender);
  if (frame === null || frame.frame_id !== 0) return null;
  const shownAt = new Date(at).toISOString();
  const { site } = projectOf(frame.url, sites, shownAt);
  return site.enabled ? { site, url: frame.url, at: shownAt } : null;
}

function sweepContext(
  { tickets, language }: CaptureContext['settings'],
  now: number,
  browserLanguage: string,
): SweepContext {
  return {
    tickets,
    now: new Date(now).toISOString(),
    words(evidence) {
      const translator = createTranslator(resolveLanguage(language, browserLanguage), [browserLanguage]);
      return resolutionWords(translator)(evidence);
    },
  };
}
