/** What a relay is told of the life of its page. */
export interface PageLife {
  /** The page is in front of somebody: loaded, brought out of a prerender, or back from the back/forward cache. */
  shown: () => void;
  leaving: (on: boolean) => void;
}

/** Follows the life of the document. The returned function follows a document that took the place of the first in this window. */
export function followPage(life: PageLife): () => void {
  let followed: Document | null = null;
  // document.open() takes all listeners away and replaces the document's children, which tells us to listen again.
  const observer = new MutationObserver(listen);

  const onHide = (): void => life.leaving(true);
  const onShow = (event: PageTransitionEvent): void => {
    life.leaving(false);
    if (event.persisted) life.shown();
  };
  const onActivate = (): void => life.shown();
  const onVisibility = (): void => life.leaving(document.visibilityState === 'hidden');

  function listen(): void {
    addEventListener('pagehide', onHide, true);
    addEventListener('pageshow', onShow, true);
    document.addEventListener('prerenderingchange', onActivate, true);
    document.addEventListener('visibilitychange', onVisibility, true);
  }

  return () => {
    listen();
    if (followed === document) return;
    followed = document;
    observer.observe(document, { childList: true });
    if (!isPrerendering()) life.shown();
  };
}

function isPrerendering(): boolean {
  return 'prerendering' in document && document.prerendering === true;
}
