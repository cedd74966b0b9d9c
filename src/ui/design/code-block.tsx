import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { useTranslator } from '../shell/language.tsx';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { clampText, visibleText } from './visible-text.ts';

interface CodeBlockProps {
  /** What the block is, for readers of the screen: its scrolling box can take the focus. */
  label: string;
  text: string;
  limit?: number;
  /** Renders a line in its own way (a stack frame); the line is already made visible. */
  line?: (line: string, index: number) => ComponentChildren;
}

/** Code or a stack, as captured, in a box that scrolls, with copy. */
export function CodeBlock({ label, text, limit = 6_000, line }: CodeBlockProps) {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const { shown, hidden } = clampText(text, limit);
  const visible = visibleText(open ? text : shown) + (!open && hidden > 0 ? '…' : '');
  return (
    <div class="code">
      {/* Scrolled by keyboard, hence focusable. */}
      <div class="code-scroll" role="group" aria-label={label} tabIndex={0}>
        <pre class="captured-block" dir="auto">
          {line ? visible.split('\n').map(line) : visible}
        </pre>
      </div>
      <div class="code-tools">
        {hidden > 0 && (
          <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t(commonTexts.showLess) : t(commonTexts.showAll, { hidden })}
          </Button>
        )}
        <CopyButton text={text} />
      </div>
    </div>
  );
}
