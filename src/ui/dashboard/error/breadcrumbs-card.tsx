import { ArrowRight, Footprints, Globe, type LucideIcon, MousePointerClick, SquareTerminal } from 'lucide-preact';
import type { Breadcrumb } from '../../../core/rows.ts';
import type { Text } from '../../../platform/i18n.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Icon } from '../../design/icon.tsx';
import { ExactTime } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';

const texts = errorTexts.breadcrumbs;

const KINDS: Record<Breadcrumb['kind'], { icon: LucideIcon; name: Text }> = {
  click: { icon: MousePointerClick, name: texts.click },
  navigation: { icon: ArrowRight, name: texts.navigation },
  console: { icon: SquareTerminal, name: texts.console },
  request: { icon: Globe, name: texts.request },
};

/** What happened in the page before the occurrence, oldest first; nothing when that is not known. */
export function BreadcrumbsCard({ crumbs }: { crumbs: readonly Breadcrumb[] | undefined }) {
  const { t } = useTranslator();
  if (crumbs === undefined || crumbs.length === 0) return null;
  return (
    <Card title={t(texts.title)} icon={Footprints}>
      <ol class="timeline">
        {crumbs.map(({ at, kind, text }, index) => (
          <li key={index} class="event">
            <span class="event-icon">
              <Icon of={KINDS[kind].icon} />
            </span>
            <div class="event-body">
              <p class="event-title">{t(KINDS[kind].name)}</p>
              <CapturedBlock text={text} limit={200} />
              <p class="muted small">
                <ExactTime iso={at} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
