import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { createTranslator, type Language, type Translator } from '../../platform/i18n.ts';

const TranslatorContext = createContext<Translator | null>(null);

/** The reader's language and its formats; every text of the interface goes through it. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (translator === null) throw new Error('useTranslator is called outside SpeakLanguage');
  return translator;
}

/** Makes everything inside speak one language, at once when it changes. */
export function SpeakLanguage({ language, children }: { language: Language; children: ComponentChildren }) {
  const translator = useMemo(() => createTranslator(language, navigator.languages), [language]);
  return <TranslatorContext.Provider value={translator}>{children}</TranslatorContext.Provider>;
}
