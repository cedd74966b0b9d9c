import type { Translator } from './i18n.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** In the largest unit of which there is at least one: "3 hours", shortly "3 hr". */
export function duration(
  milliseconds: number,
  { locale }: Pick<Translator, 'locale'>,
  unitDisplay: 'long' | 'short' = 'long',
): string {
  const [unit, size] = UNITS.find(([, of]) => milliseconds >= of) ?? (['second', 1_000] as const);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
  return format.format(milliseconds / size);
}
