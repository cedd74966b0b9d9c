import type { GroupRow } from '../../../core/group.ts';
import { dayOf } from '../../../core/visit.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { dailyCounts } from '../../../storage/day-queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useNow } from '../../data/use-now.ts';
import { Sparkline } from '../../design/sparkline.tsx';
import { useTranslator } from '../../shell/language.tsx';

const DAYS = 14;
const DAY_MS = 86_400_000;

/** The last so many days in UTC, oldest first, as YYYY-MM-DD. */
function lastDays(today: string): string[] {
  const end = Date.parse(today);
  return Array.from({ length: DAYS }, (_, index) => dayOf(new Date(end - (DAYS - 1 - index) * DAY_MS).toISOString()));
}

/** How often an error came on each of the last days. */
export function Trend({ error }: { error: Pick<GroupRow, 'project' | 'signature'> }) {
  const { t } = useTranslator();
  const today = dayOf(new Date(useNow()).toISOString());
  const { project, signature } = error;
  const live = useLiveQuery(
    () => dailyCounts(db, { project, signature }, lastDays(today)),
    [project, signature, today],
    'later',
  );
  const counts = live.state === 'ready' ? live.data : [];
  // Keeps its place while the days are read.
  if (counts.length === 0) return <span class="sparkline-place" />;
  const count = counts.reduce((sum, each) => sum + each, 0);
  return <Sparkline counts={counts} label={t(monitoringTexts.trend, { count, today: counts.at(-1) ?? 0 })} />;
}
