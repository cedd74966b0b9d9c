import * as v from 'valibot';
import { PART_SEPARATOR, SELECTOR_SEPARATOR } from '../../core/redact/redact-row.ts';
import { BREADCRUMB_KINDS, type Breadcrumb } from '../../core/rows.ts';
import { LIMITS } from '../../relay/wire.ts';
import { cleanText } from './record.ts';

/** A breadcrumb as relays send it, see `Crumb` in `src/relay/wire.ts`. */
const CRUMB = v.object({
  kind: v.picklist(BREADCRUMB_KINDS),
  text: v.string(),
  at: v.pipe(v.union([v.number(), v.pipe(v.string(), v.maxLength(40))]), v.toDate()),
});

/** The breadcrumbs of a batch, oldest first; of what is none nothing is left. Not redacted yet. */
export function readBreadcrumbs(raw: readonly unknown[]): Breadcrumb[] {
  const crumbs = raw.flatMap((one) => {
    const result = v.safeParse(CRUMB, one);
    if (!result.success) return [];
    const { kind, text, at } = result.output;
    const readable = READERS[kind](cleanText(text, LIMITS.crumb));
    return readable === '' ? [] : [{ at: at.toISOString(), kind, text: readable }];
  });
  return crumbs.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Those that came before a time (ISO 8601). */
export function breadcrumbsBefore(crumbs: readonly Breadcrumb[], timestamp: string): Breadcrumb[] {
  return crumbs.filter(({ at }) => at < timestamp);
}

const READERS: Record<Breadcrumb['kind'], (text: string) => string> = {
  click: selectorIn,
  navigation: (text) => text,
  console: argumentsIn,
  request: requestIn,
};

/** `tag\tid\tclass\tname\ttype\trole` a line, the clicked element first: a selector, the outermost element first. */
function selectorIn(text: string): string {
  const elements = text.split('\n').filter((line) => line !== '');
  return elements.map(elementIn).toReversed().join(' > ');
}

const SHOWN_CLASSES = 2;

function elementIn(line: string): string {
  const [tag = '', id = '', classes = '', ...values] = line.split('\t');
  const named = ['name', 'type', 'role'].flatMap((name, index) => {
    const value = values[index];
    return value ? [`[${name}="`, value, '"]'] : [];
  });
  const list = classes.split(/\s+/).filter((name) => name !== '');
  const shown = list.slice(0, SHOWN_CLASSES).flatMap((name) => ['.', name]);
  return [tag, ...(id ? ['#', id] : []), ...shown, ...named].join(SELECTOR_SEPARATOR);
}

/** The texts in `{"text":"…","next":{"text":"…"` , which may be cut anywhere. */
function argumentsIn(text: string): string {
  const found = text.matchAll(/"text":"((?:[^"\\]|\\.)*)/g);
  return Array.from(found, ([, escaped = '']) => unescaped(escaped)).join(PART_SEPARATOR);
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // Cut in the middle of an escape.
    return `${unescaped(text.slice(0, text.lastIndexOf('\\')))}…`;
  }
}

/** `status duration address`: the status is left out where the browser does not tell it. */
function requestIn(text: string): string {
  const [, status, duration, address = ''] = /^(\w+) ([\d.]+) (.*)$/s.exec(text) ?? [];
  if (duration === undefined) return '';
  const known = status !== '0' && status !== 'undefined' ? `${status} ` : '';
  return `${known}${Math.round(Number(duration))} ms ${address}`;
}
