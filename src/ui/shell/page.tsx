import type { ComponentChildren } from 'preact';
import { browserLanguage } from '../../platform/browser-language.ts';
import { resolveLanguage } from '../../platform/i18n.ts';
import { rememberedPaint, useDocumentLook, type FirstPaint } from './appearance.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { SpeakLanguage } from './language.tsx';
import { ProvideSettings, useStoredSettings } from './stored-settings.tsx';
import { useFocusNet } from './use-focus-net.ts';

const firstPaint = rememberedPaint();

/** What every page of the extension stands in: settings, language, colours, and nets for the focus and for our own errors. */
export function Page({ children }: { children: ComponentChildren }) {
  const settings = useStoredSettings();
  const paint: FirstPaint = settings.state === 'ready' ? settings.data : firstPaint;
  const language = resolveLanguage(paint.language, browserLanguage());
  useDocumentLook(paint, language);
  useFocusNet();
  return (
    <ProvideSettings value={settings}>
      <SpeakLanguage language={language}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </SpeakLanguage>
    </ProvideSettings>
  );
}
