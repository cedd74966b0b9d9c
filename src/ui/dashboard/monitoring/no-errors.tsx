import { Eye, SearchX } from 'lucide-preact';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** An empty list: nothing captured yet, or nothing that matches, with a way out. */
export function NoErrors({ clear, stopped }: { clear: (() => void) | undefined; stopped: string | undefined }) {
  const { t } = useTranslator();
  if (clear === undefined) {
    return (
      <EmptyState icon={Eye} title={t(monitoringTexts.empty.title)}>
        <p>{t(monitoringTexts.empty.body)}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={SearchX} title={t(monitoringTexts.noMatch.title)}>
      <p>{stopped ?? t(monitoringTexts.noMatch.body)}</p>
      <Button onClick={clear}>{t(monitoringTexts.clear)}</Button>
    </EmptyState>
  );
}
