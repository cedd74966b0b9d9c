import { type Crumb, MAX_CRUMB, MAX_CRUMBS } from './wire.ts';

/** What somebody did in the page lately, and what the page did: the way to an error. Costs the page's own world nothing. */
export interface Crumbs {
  /** Now, unless `at` says when. */
  note: (kind: Crumb['kind'], text: string, at?: Crumb['at']) => void;
  /** The last ones, oldest first as they were heard. */
  list: () => Crumb[];
}

/** An entry of the performance timeline, of which not every browser tells all. */
type Request = PerformanceEntry & Partial<PerformanceResourceTiming>;

/** Requests that ended, as the browser told of them: to read them costs more than to hear of them, and most pages never fail. */
interface Unread {
  entries: PerformanceObserverEntryList;
  at: number;
}

/** What is heard before all but the last crumbs are let go. */
const MOST_HEARD = 5 * MAX_CRUMBS;

export function createCrumbs(): Crumbs {
  let heard: (Crumb | Unread)[] = [];
  const list = (): Crumb[] => {
    const crumbs = heard.flatMap(read).slice(-MAX_CRUMBS);
    heard = [...crumbs];
    return crumbs;
  };
  const keep = (item: Crumb | Unread): void => {
    if (heard.push(item) > MOST_HEARD) list();
  };
  const observer = new PerformanceObserver((entries) => keep({ entries, at: Date.now() }));
  observer.observe({ type: 'resource' });
  return {
    note(kind, text, at = Date.now()) {
      const cut = text.slice(0, MAX_CRUMB);
      const last = heard.at(-1);
      // What is repeated (a log in a loop) would push everything else out.
      if (!(last && 'text' in last && last.text === cut)) keep({ kind, text: cut, at });
    },
    list,
  };
}

function read(item: Crumb | Unread): Crumb[] {
  if ('text' in item) return [item];
  return item.entries.getEntries().flatMap(({ name, initiatorType = '', duration, responseStatus }: Request) => {
    if (!/^(?:fe|x|be)/.test(initiatorType)) return [];
    return [{ kind: 'request', text: `${responseStatus} ${duration} ${name}`.slice(0, MAX_CRUMB), at: item.at }];
  });
}

/** What of an element tells which it is: no text and no value, they may be what somebody typed. */
const TOLD = ['id', 'class', 'name', 'type', 'role'];
/** The element that was clicked and those around it. */
const ELEMENTS = 3;

/** An element as the background makes a selector of it: the facts of each element in a line, separated by tabs. */
export function pathOf(target: unknown): string {
  let element = target instanceof Element ? target : null;
  let text = '';
  for (let left = ELEMENTS; element && left > 0; left--) {
    const { localName, attributes, parentElement }: Element = element;
    text += `${localName}\t${TOLD.map((name) => attributes.getNamedItem(name)?.value).join('\t')}\n`;
    element = parentElement;
  }
  return text;
}
