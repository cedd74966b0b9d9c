import { EyeOff } from 'lucide-preact';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { settings } from '../../../storage/queries.ts';
import { setAsideTallies } from '../../../storage/set-aside.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Icon } from '../../design/icon.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { IgnoredCard } from '../diagnostic/ignored-card.tsx';

async function readIgnored() {
  const [{ ignored }, stored] = await Promise.all([setAsideTallies(db), settings(db)]);
  const locked = stored.broken.some(({ key }) => key === 'ignore');
  return { ignored, settings: stored.settings.ignore, locked };
}

interface IgnoredDrawerProps {
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** What ignore rules took out, by rule, folded away below the errors; each rule can be turned off there. */
export function IgnoredDrawer({ open, onToggle }: IgnoredDrawerProps) {
  const { t } = useTranslator();
  const live = useLiveQuery(readIgnored, []);
  if (live.state !== 'ready') return null;
  const count = Object.values(live.data.ignored).reduce((sum, each) => sum + each, 0);
  return (
    <details class="drawer" open={open} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary>
        <Icon of={EyeOff} />
        {t(monitoringTexts.ignored, { count })}
      </summary>
      {open && <IgnoredCard {...live.data} />}
    </details>
  );
}
