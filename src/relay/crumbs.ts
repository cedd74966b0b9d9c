import { type Crumb, MAX_CRUMB, MAX_CRUMBS } from './wire.ts';

/** What somebody did in the page lately, and what the page did: the way to an error. Costs the page's own world nothing. */
export interface Crumbs {
  /** `at` is a time of either form; default now. */
  note: (kind: Crumb['kind'], text: string, at?: Crumb['at']) => void;
  /** The last ones, oldest first as they were heard. */
  list: () => Crumb[];
}

/** An entry of the performance timeline, of which not every browser tells all. */
type Request = PerformanceEntry & Partial<PerformanceResourceTiming>;

export function createCrumbs(): Crumbs {
  const crumbs: Crumb[] = [];
  const note: Crumbs['note'] = (kind, text, at = Date.now()) => {
    const cut = text.slice(0, MAX_CRUMB);
    // What is repeated (a log in a loop) would push everything else out.
    if (crumbs.at(-1)?.text !== cut && crumbs.push({ kind, text: cut, at }) > MAX_CRUMBS) crumbs.shift();
  };
  const observer = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) {
      const { name, initiatorType = '', duration, responseStatus }: Request = entry;
      if (/^(?:fe|x|be)/.test(initiatorType)) note('request', `${responseStatus} ${duration} ${name}`);
    }
  });
  observer.observe({ type: 'resource' });
  return { note, list: () => crumbs };
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
