import { indicatorTexts as texts } from '../platform/texts/indicators.ts';
import { duration } from '../platform/duration.ts';
import type { Translator } from '../platform/i18n.ts';
import { readCounters } from '../storage/counters.ts';
import { readPeriod, type PeriodStatistics } from '../storage/period-statistics.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** What the statistics are about: the last days until now, in one project or in all. */
export interface MonitoringQuestion {
  days?: number;
  /** Id of a project. */
  project?: string;
}

/** The guide's statistics of a period. */
export interface MonitoringData extends PeriodStatistics {
  /** Bounds of the period, ISO 8601. */
  from: string;
  to: string;
  /** The guide's name for `created`. */
  tickets: number;
  /** Neither resolved nor closed, whenever they were made, in all projects. */
  open: number;
}

const DAY = 86_400_000;
const DAYS = 30;
/** How many errors and clients are named. */
const NAMED = 5;

type Ports = Pick<Surroundings, 'db' | 'printer' | 'now'> & { speaker: Speaker };

/** The guide's `loadMonitoringData()`: prints the statistics, and returns them. Reads a bounded number of rows. */
export async function loadMonitoringData(ports: Ports, question?: MonitoringQuestion | null): Promise<MonitoringData> {
  const found = await readData(ports, question ?? {});
  tell(found, ports);
  return found;
}

async function readData({ db, now }: Ports, { days, project }: MonitoringQuestion): Promise<MonitoringData> {
  // The moment itself is still part of the period.
  const to = new Date(now() + 1).toISOString();
  const from = new Date(now() - known(days) * DAY).toISOString();
  const period = { from, to, ...(project === undefined ? {} : { project }) };
  const [found, counters] = await Promise.all([readPeriod(db, period, NAMED), readCounters(db)]);
  return { ...found, from, to, tickets: found.created, open: counters.open_tickets };
}

/** What somebody typed for a number of days. */
function known(days: unknown): number {
  return typeof days === 'number' && days > 0 && days <= 36_600 ? days : DAYS;
}

function tell(found: MonitoringData, { printer, speaker }: Ports): void {
  const translator = speaker.translator();
  const { created: count, automatic, manual, open } = found;
  speaker.say(texts.tickets, { count, automatic, manual, open });
  speaker.say(texts.rate, { rate: percent(found.automaticResolutionRate, translator) });
  speaker.say(texts.time, { time: lasting(found.meanResolutionTime, translator) });
  speaker.say(texts.median, { time: lasting(found.medianResolutionTime, translator) });
  speaker.say(texts.errors);
  for (const line of ranked(found, translator)) printer.say(`   ${line}`);
  speaker.say(texts.clients);
  for (const line of affected(found, translator)) printer.say(`   ${line}`);
  speaker.say(texts.period, {
    from: translator.dateTime(found.from),
    command: 'await loadMonitoringData({ days: 365 })',
  });
  if (found.truncated) speaker.warn(texts.truncated);
}

function percent(rate: number | null, { t, locale }: Translator): string {
  if (rate === null) return t(texts.unknown);
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
}

function lasting(milliseconds: number | null, translator: Translator): string {
  return milliseconds === null ? translator.t(texts.unknown) : duration(milliseconds, translator);
}

function ranked({ errors }: MonitoringData, { t }: Translator): string[] {
  return errors.map(({ message, count }, index) => t(texts.error, { rank: index + 1, message: named(message), count }));
}

function affected({ clients }: MonitoringData, { t }: Translator): string[] {
  if (clients.length === 0) return [t(texts.nobody)];
  return clients.map(({ client_id, client_email, count }, index) =>
    t(texts.client, { rank: index + 1, client: named(client_email ?? client_id), count }),
  );
}
