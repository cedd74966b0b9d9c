import { useEffect } from 'preact/hooks';

/**
 * Keeps the focus in the page. Browsers forget where one was when what has the focus is taken away, by one's own action or by news: readers
 * of the screen would begin at its top again. The focus goes to the next row where it was in one of a list, else to the nearest thing around
 * that is still there; whoever knows a better place moves it at once, and then there is nothing to do here.
 */
export function useFocusNet(): void {
  useEffect(() => {
    let around: HTMLElement[] = [];
    let rows: HTMLElement[] = [];
    const note = ({ target }: FocusEvent) => {
      around = target instanceof HTMLElement ? withAncestors(target) : [];
      rows = target instanceof HTMLElement ? rowsBeside(target) : [];
    };
    const observer = new MutationObserver(() => {
      if (around[0]?.isConnected !== false || document.activeElement !== document.body) return;
      const row = rows.find((one) => one.isConnected);
      if (row) return row.focus({ preventScroll: true });
      const place = around.find((one) => one.isConnected && one !== document.body);
      return place && land(place);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}

/** The element itself first. */
function withAncestors(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one; one = one.parentElement) found.push(one);
  return found;
}

/** Rows that may go together with the one that has the focus, as several of a selection do. */
const BESIDE = 20;

/** Links of the rows of its list that follow, then of those before it, nearest first. */
function rowsBeside(element: HTMLElement): HTMLElement[] {
  const row = element.closest('tbody > tr');
  if (!row?.parentElement) return [];
  const rows = [...row.parentElement.children];
  const place = rows.indexOf(row);
  const beside = [
    ...rows.slice(place + 1, place + BESIDE),
    ...rows.slice(Math.max(0, place - BESIDE), place).toReversed(),
  ];
  return beside.flatMap((one) => one.querySelector<HTMLElement>('.row-link') ?? []);
}

/** Gives the focus to what is no control, for as long as it stays there. */
function land(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  }
  place.focus({ preventScroll: true });
}
