/** What a relay is told of the life of its page. */
export interface PageLife {
  /** The page is in front of somebody: loaded, brought out of a prerender, or back from the back/forward cache. */
  shown: () => void;
  /** The page goes away (true) or is there (again). */
  leaving: (on: boolean) => void;
  /** Somebody clicked. */
  clicked: (event: MouseEvent) => void;
  /** An `error` event: of an element, or (in Firefox) of a script. */
  failed: (event: Event) => void;
  /** The content security policy was violated. */
  violated: (event: SecurityPolicyViolationEvent) => void;
}

/** Follows the life of the page. To be called again when another document may have taken the place of the first in this window. */
export function createPageFollower(life: PageLife): () => void {
  let followed: Document | null = null;

  const onHide = (): void => life.leaving(true);
  /** Back from the cache, or brought out of a prerender; a page that was only loaded says that it was not kept. */
  const onShow = (event: Event & { persisted?: boolean }): void => {
    life.leaving(false);
    if (event.persisted !== false) life.shown();
  };

  const listen = (): void => {
    addEventListener('click', life.clicked, true);
    addEventListener('error', life.failed, true);
    addEventListener('securitypolicyviolation', life.violated, true);
    addEventListener('pagehide', onHide, true);
    addEventListener('pageshow', onShow, true);
    addEventListener('prerenderingchange', onShow, true);
  };
  // document.open() takes all listeners away and replaces the document's children, which tells us to listen again.
  const observer = new MutationObserver(listen);

  return () => {
    listen();
    if (followed === document) return;
    followed = document;
    observer.observe(document, { childList: true });
    if (!isPrerendering()) life.shown();
  };
}

/** Is the page being made ready for somebody who may never come? */
export function isPrerendering(): boolean | undefined {
  const { prerendering }: Document & { prerendering?: boolean } = document;
  return prerendering;
}
