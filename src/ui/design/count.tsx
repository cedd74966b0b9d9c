import type { Text } from '../../platform/i18n.ts';
import { useTranslator } from '../shell/language.tsx';

/** A number whose unit is known from its place (a column); the unit is in the title and spoken. */
export function Count({ value, of: unit }: { value: number; of: Text }) {
  const { t, number } = useTranslator();
  const words = t(unit, { count: value });
  return (
    <span class="count" title={words}>
      <span aria-hidden="true">{number(value)}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
