import { Check, Copy, TriangleAlert } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { useTranslator } from '../shell/language.tsx';
import { Button } from './button.tsx';

const SHOWN_MS = 2_500;

/** Copies a text as it was captured and says whether that worked. `label` says what is copied where its place does not. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslator();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  const icon = outcome === 'copied' ? Check : outcome === 'failed' ? TriangleAlert : Copy;
  return (
    <>
      <Button kind="quiet" size="small" icon={icon} onClick={copy}>
        {outcome === 'copied' ? t(commonTexts.copied) : (label ?? t(commonTexts.copy))}
      </Button>
      <span role="status" class={outcome === 'failed' ? 'small' : 'visually-hidden'}>
        {outcome === 'copied' && t(commonTexts.copied)}
        {outcome === 'failed' && t(commonTexts.copyFailed)}
      </span>
    </>
  );
}
