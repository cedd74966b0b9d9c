import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import type { Language } from '../../platform/i18n.ts';

type Appearance = Settings['appearance'];

const REMEMBERED = 'vigie.first-paint';

/** What the next page needs before the database has answered, so that it does not flash in other colours or another language. */
export interface FirstPaint {
  appearance: Appearance;
  /** As chosen, `auto` included. */
  language: Settings['language'];
}

export function rememberedPaint(): FirstPaint {
  const fallback: FirstPaint = { appearance: 'auto', language: 'auto' };
  try {
    const [appearance, language] = (localStorage.getItem(REMEMBERED) ?? '').split(' ');
    return {
      appearance: appearance === 'light' || appearance === 'dark' ? appearance : 'auto',
      language: language === 'fr' || language === 'en' ? language : 'auto',
    };
  } catch {
    // Storage can be switched off by policy; the page then begins as the system is.
    return fallback;
  }
}

function remember({ appearance, language }: FirstPaint): void {
  try {
    localStorage.setItem(REMEMBERED, `${appearance} ${language}`);
  } catch {
    // See above: without the memory the page merely flashes.
  }
}

/** Puts appearance and language on the document, and keeps them for the first paint of the next page. */
export function useDocumentLook(paint: FirstPaint, language: Language): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    if (paint.appearance === 'auto') delete root.dataset['appearance'];
    else root.dataset['appearance'] = paint.appearance;
    remember(paint);
  }, [paint.appearance, paint.language, language]);
}

/** The document's title, in the reader's language. */
export function useDocumentTitle(title: string): void {
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
