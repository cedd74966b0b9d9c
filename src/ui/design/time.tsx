import { useNow } from '../data/use-now.ts';
import { useTranslator } from '../shell/language.tsx';

/**
 * A moment by its age; the exact time is in the title. What has happened is never said to be ahead, even where it is younger than
 * the last tick of the clock; `ahead` is for what is.
 */
export function Time({ iso, ahead = false }: { iso: string; ahead?: boolean }) {
  const { relative, dateTime } = useTranslator();
  const now = useNow();
  return (
    <time dateTime={iso} title={dateTime(iso)}>
      {relative(iso, ahead ? now : Math.max(now, Date.parse(iso) || 0))}
    </time>
  );
}

/** A moment to the second; its age is in the title. */
export function ExactTime({ iso }: { iso: string }) {
  const { relative, dateTime } = useTranslator();
  const now = useNow();
  return (
    <time dateTime={iso} title={relative(iso, now)}>
      {dateTime(iso)}
    </time>
  );
}
