import { indicatorTexts as texts } from '../platform/texts/indicators.ts';
import type { Translator } from '../platform/i18n.ts';
import { readIndicators, type Indicators } from '../storage/indicators.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** The guide's `loadMonitoringData()`: prints the statistics, and returns them. */
export async function loadMonitoringData({
  db,
  speaker,
  printer,
}: Pick<Surroundings, 'db' | 'printer'> & { speaker: Speaker }): Promise<Indicators> {
  const found = await readIndicators(db);
  const translator = speaker.translator();
  const { tickets: count, automatic, manual, open } = found;
  speaker.say(texts.tickets, { count, automatic, manual, open });
  speaker.say(texts.rate, { rate: percent(found.automaticResolutionRate, translator) });
  speaker.say(texts.time, { time: lasting(found.meanResolutionTime, translator) });
  speaker.say(texts.errors);
  for (const line of ranked(found, translator)) printer.say(`   ${line}`);
  speaker.say(texts.clients);
  for (const line of affected(found, translator)) printer.say(`   ${line}`);
  return found;
}

function percent(rate: number | null, { t, locale }: Translator): string {
  if (rate === null) return t(texts.unknown);
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** In the largest unit of which there is at least one: "3 hours". */
function lasting(milliseconds: number | null, { t, locale }: Translator): string {
  if (milliseconds === null) return t(texts.unknown);
  const [unit, size] = UNITS.find(([, of]) => milliseconds >= of) ?? (['second', 1_000] as const);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 });
  return format.format(milliseconds / size);
}

function ranked({ errors }: Indicators, { t }: Translator): string[] {
  return errors.map(({ message, count }, index) => t(texts.error, { rank: index + 1, message: named(message), count }));
}

function affected({ clients }: Indicators, { t }: Translator): string[] {
  if (clients.length === 0) return [t(texts.nobody)];
  return clients.map(({ client_id, client_email, errors }, index) =>
    t(texts.client, { rank: index + 1, client: named(client_email ?? client_id), errors }),
  );
}
