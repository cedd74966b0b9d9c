import { useState } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { useTranslator } from '../shell/language.tsx';
import { Button } from './button.tsx';
import { clampText, oneLine, visibleText } from './visible-text.ts';

/** Text of a page inside a sentence or a cell: isolated, so that its direction does not turn what surrounds it. */
export function Captured({ text, limit }: { text: string; limit?: number }) {
  return <bdi class="captured">{oneLine(text, limit)}</bdi>;
}

/** Text of a page on one line that ends in "…" where the room does; `full` is what the title says. */
export function CapturedLine({ text, full = text }: { text: string; full?: string }) {
  const { t } = useTranslator();
  const line = oneLine(text);
  return (
    <bdi class="captured-line" title={oneLine(full)}>
      {line === '' ? t(commonTexts.noMessage) : line}
    </bdi>
  );
}

/** A long text of a page: its beginning, and the rest on demand. */
export function CapturedBlock({ text, limit = 2_000 }: { text: string; limit?: number }) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const { shown, hidden } = clampText(text, limit);
  if (text === '') return <p class="muted">{t(commonTexts.noMessage)}</p>;
  return (
    <>
      <p class="captured-block" dir="auto">
        {visibleText(open ? text : shown)}
        {!open && hidden > 0 && '…'}
      </p>
      {hidden > 0 && (
        <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t(commonTexts.showLess) : t(commonTexts.showAll, { hidden })}
        </Button>
      )}
    </>
  );
}
