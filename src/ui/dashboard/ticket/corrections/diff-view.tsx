import { useState } from 'preact/hooks';
import { correctionTexts } from '../../../../platform/texts/corrections.ts';
import { Button } from '../../../design/button.tsx';
import { clampText, visibleText } from '../../../design/visible-text.ts';
import { useTranslator } from '../../../shell/language.tsx';
import { diffLines, type DiffLine } from './diff-lines.ts';

const SIGNS = { same: ' ', removed: '−', added: '+', gap: '⋯' } as const;
/** Lines shown before one asks for the rest. */
const SHOWN = 60;
const LINE_LIMIT = 1_000;

/** Old and new code compared: line numbers of both, and signs beside the colours. */
export function DiffView({ label, before, after }: { label: string; before: string; after: string }) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const lines = diffLines(before, after);
  const shown = open ? lines : lines.slice(0, SHOWN);
  return (
    <div class="code">
      {/* Scrolled by keyboard, hence focusable. */}
      <div class="code-scroll diff-scroll" role="group" aria-label={label} tabIndex={0}>
        <table class="diff" aria-label={label}>
          <tbody>
            {shown.map((line, index) => (
              <DiffRow key={index} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > SHOWN && (
        <div class="code-tools">
          <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t(correctionTexts.fewerLines) : t(correctionTexts.allLines, { count: lines.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

function DiffRow({ line: { kind, before, after, text } }: { line: DiffLine }) {
  const { t } = useTranslator();
  return (
    <tr data-kind={kind}>
      <td class="diff-number">{before}</td>
      <td class="diff-number">{after}</td>
      <td class="diff-sign">
        <span aria-hidden="true">{SIGNS[kind]}</span>
        {kind !== 'same' && <span class="visually-hidden">{t(correctionTexts.line[kind])}</span>}
      </td>
      <td class="diff-code">
        <bdi>{visibleText(clampText(text, LINE_LIMIT).shown)}</bdi>
      </td>
    </tr>
  );
}
