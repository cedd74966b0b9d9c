import type { OccurrenceMetadata } from '../../core/rows.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { Captured } from '../design/captured.tsx';
import { visibleText } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', safari: 'Safari' } as const;

/** "Chromium 156.0"; what the browser called itself is in the title. */
export function BrowserName({ metadata }: { metadata: OccurrenceMetadata }) {
  const { t } = useTranslator();
  const name = metadata.browser === 'other' ? t(commonTexts.unknown) : NAMES[metadata.browser];
  return (
    <span title={visibleText(metadata.user_agent)}>
      {/* Not captured text: a narrow column may not break the name. */}
      {name} <Captured text={metadata.browser_version} limit={40} />
    </span>
  );
}
