import { LIMITS } from '../relay/wire.ts';
import type { TextList } from './finding.ts';
import { indexOf, slice, toFloat, toInteger } from './natives.ts';
import { describe } from './values.ts';

/** The arguments of a console call, each as text, as many as fit into a message. */
export function textsOf(args: ArrayLike<unknown>): TextList | null {
  let first: TextList | null = null;
  let last: TextList | null = null;
  let length = 0;
  for (let index = 0; index < args.length && length < LIMITS.message; index++) {
    const item: TextList = { text: describe(args[index], LIMITS.message), next: null };
    length += item.text.length + 1;
    if (last) last.next = item;
    else first = item;
    last = item;
  }
  return first;
}

/**
 * The arguments of a console call as one text: `%s %d %i %f %o %O %c` of the first are filled in as in the Console Standard
 * (https://console.spec.whatwg.org/#formatter), the others follow, separated by spaces. Styles (`%c`) are left out.
 */
export function formatCall(args: ArrayLike<unknown>, texts: TextList | null): string {
  if (!texts) return '';
  const template = args[0];
  if (args.length === 1 || typeof template !== 'string') return join(texts.text, texts.next);
  return fill(texts.text, args, texts.next);
}

function fill(template: string, args: ArrayLike<unknown>, texts: TextList | null): string {
  let text = '';
  let from = 0;
  let index = 1;
  let item = texts;
  for (;;) {
    const at = indexOf(template, '%', from);
    if (at < 0 || at === template.length - 1) break;
    const letter = template[at + 1] as string;
    text += slice(template, from, at);
    from = at + 2;
    if (letter === '%') text += '%';
    else if (item && indexOf('sdifoOc', letter) >= 0) {
      text += substitute(letter, args[index++], item.text);
      item = item.next;
    } else text += '%' + letter;
  }
  return join(text + slice(template, from), item);
}

function substitute(letter: string, value: unknown, text: string): string {
  if (letter === 'c') return '';
  if (letter !== 'd' && letter !== 'i' && letter !== 'f') return text;
  if (typeof value === 'bigint') return text;
  if (typeof value !== 'number' && typeof value !== 'string') return 'NaN';
  return '' + (letter === 'f' ? toFloat(text) : toInteger(text, 10));
}

function join(start: string, rest: TextList | null): string {
  let text = start;
  for (let item = rest; item; item = item.next) text += ' ' + item.text;
  return text;
}
