import { RotateCw } from 'lucide-preact';
import { Component, type ComponentChildren } from 'preact';
import { commonTexts } from '../../platform/texts/common.ts';
import { Button } from '../design/button.tsx';
import { CodeBlock } from '../design/code-block.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from './language.tsx';

/** Catches an error of our own screens, so that a person sees what to do instead of a blank page. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static override getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? 'unknown' };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />;
  }
}

function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslator();
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <div role="alert">
      <Notice
        tone="danger"
        title={t(commonTexts.crashed.title)}
        actions={
          <Button icon={RotateCw} onClick={() => location.reload()}>
            {t(commonTexts.crashed.reload)}
          </Button>
        }
      >
        <p>{t(commonTexts.crashed.body)}</p>
        <CodeBlock label={t(commonTexts.crashed.title)} text={detail} />
      </Notice>
    </div>
  );
}
