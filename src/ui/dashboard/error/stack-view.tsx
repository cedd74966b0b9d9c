import { errorTexts } from '../../../platform/texts/error.ts';
import { CapturedBlock } from '../../design/captured.tsx';
import { CodeBlock } from '../../design/code-block.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { buriedAppFrame, lineKind } from './stack-lines.ts';

/** A stack as text. The application's frames stand out; its first one comes before everything where others bury it. */
export function StackView({ label, stack }: { label: string; stack: string }) {
  const { t } = useTranslator();
  const buried = buriedAppFrame(stack);
  return (
    <div class="stack">
      {buried !== null && (
        <div class="source-place">
          <h3>{t(errorTexts.appFrame)}</h3>
          <code>
            <CapturedBlock text={buried} />
          </code>
        </div>
      )}
      <CodeBlock
        label={label}
        text={stack}
        line={(line, index) => (
          <span key={index} class={`frame-${lineKind(line)}`}>
            {`${line}\n`}
          </span>
        )}
      />
    </div>
  );
}
