import { attempt } from './guard.ts';
import { getOwnPropertyDescriptor, quote } from './natives.ts';
import {
  addressText,
  customDetail,
  errorEventMessage,
  eventTarget,
  eventType,
  nodeType,
  responseAddress,
  responseStatus,
  windowSelf,
} from './natives-dom.ts';
import { bufferLength, dateText, dateTime, regexpSource, typedArrayLength, typedArrayName } from './natives-values.ts';
import { addressOfElement } from './addresses.ts';
import { selectorOf } from './selector.ts';
import { clip } from './text.ts';

/** Own properties that mark the innards of view libraries: huge cyclic graphs in which nobody finds an error. */
const MARKS: TextChain = {
  text: '$$typeof',
  next: { text: '__v_isVNode', next: { text: '_isVue', next: { text: 'memoizedProps', next: null } } },
};

interface TextChain {
  text: string;
  next: TextChain | null;
}

/**
 * The text of an object that is better named than listed: nodes as selectors, dates, addresses, events, windows, buffers. '' for
 * all others. Kinds are told apart by getters that read an internal slot and throw for anything else: `instanceof` and
 * `Symbol.toStringTag` can be faked and run code of the page.
 */
export function knownObject(value: object): string {
  if (attempt(nodeType, value, undefined)) return attempt(selectorOf, value, '[Node]');
  const type = attempt(eventType, value, undefined);
  if (type !== undefined) return eventText(value, type);
  return dateOrPattern(value) || platformObject(value) || (isInnards(value) ? '[View]' : '');
}

function dateOrPattern(value: object): string {
  const time = attempt(dateTime, value, undefined);
  if (time !== undefined) return quote(attempt(dateText, value, 'Invalid Date'));
  const pattern = attempt(patternText, value, undefined);
  return pattern === undefined ? '' : '/' + clip(pattern, 200) + '/';
}

function patternText(value: object): string | undefined {
  // The getter answers "(?:)" for RegExp.prototype itself and throws for everything that is no pattern.
  return regexpSource(value);
}

function platformObject(value: object): string {
  const address = attempt(addressText, value, undefined);
  if (address !== undefined) return quote(clip(address, 1_024));
  const array = attempt(typedArrayName, value, undefined);
  if (array !== undefined) return '[' + array + '(' + attempt(typedArrayLength, value, 0) + ')]';
  const bytes = attempt(bufferLength, value, undefined);
  if (bytes !== undefined) return '[ArrayBuffer(' + bytes + ')]';
  const status = attempt(responseStatus, value, undefined);
  if (status !== undefined) return '[Response ' + status + ' ' + attempt(responseAddress, value, '') + ']';
  return attempt(windowSelf, value, undefined) === undefined ? '' : '[Window]';
}

/** `[Event error] script https://…`: what happened and to what; `isTrusted` alone, which is all that JSON shows, helps nobody. */
export function eventText(event: object, type: string): string {
  const message = attempt(errorEventMessage, event, undefined);
  if (message) return '[ErrorEvent ' + type + '] ' + message;
  const target = attempt(eventTarget, event, undefined);
  const label = (attempt(customDetail, event, undefined) === undefined ? '[Event ' : '[CustomEvent ') + type + ']';
  if (!target || !attempt(nodeType, target, undefined)) return label;
  const address = attempt(addressOfElement, target as Element, '');
  return label + ' ' + attempt(selectorOf, target, '') + (address && ' ' + address);
}

function isInnards(value: object): boolean {
  for (let mark: TextChain | null = MARKS; mark; mark = mark.next) {
    if (getOwnPropertyDescriptor(value, mark.text)) return true;
  }
  return false;
}
