import { ArrowLeft } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { Icon } from '../design/icon.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { useTranslator } from '../shell/language.tsx';

interface ScreenProps {
  /** Of the document; the name of the product follows it. */
  title: string;
  heading: ComponentChildren;
  /** Where one came from. */
  back?: { href: string; label: string };
  /** Stands below the heading: badges, dates. */
  facts?: ComponentChildren;
  /** Stands at the end of the heading's line: what one can begin here. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

let screensShown = 0;

/** One screen of the dashboard. A change of screen moves the focus to its heading, as a new page would. */
export function Screen({ title, heading, back, facts, aside, children }: ScreenProps) {
  const { t } = useTranslator();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · ${t(commonTexts.appName)}`);
  useLayoutEffect(() => {
    screensShown += 1;
    if (screensShown === 1) return;
    headingRef.current?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <>
      {back && (
        <a class="back" href={back.href}>
          <Icon of={ArrowLeft} />
          {back.label}
        </a>
      )}
      <div class="screen-head">
        <div class="screen-title">
          <h1 ref={headingRef} tabIndex={-1}>
            {heading}
          </h1>
          {aside}
        </div>
        {facts}
      </div>
      {children}
    </>
  );
}
