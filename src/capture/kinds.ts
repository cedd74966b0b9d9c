import { ownText } from './failure.ts';
import { dateText, getPrototypeOf, hasOwn, isView, toJson } from './natives.ts';
import {
  addressText,
  errorText,
  eventTarget,
  eventType,
  getAttribute,
  localName,
  nodeName,
  windowSelf,
} from './natives-dom.ts';
import { clip } from './text.ts';
import { ownValue } from './peek.ts';

/**
 * The text of an object that is better named than listed: nodes as selectors, events, dates, addresses, buffers, windows; '' for all
 * others. Kinds are told apart by getters that read an internal slot: `instanceof` and `Symbol.toStringTag` can be faked and
 * run code of the page.
 */
export function knownObject(value: object): string {
  if (nodeName(value)) return selectorOf(value);
  if (eventType(value)) return eventLabel(value);
  if (isView(value) || windowSelf(value)) return classOf(value);
  const text = dateText(value) ?? addressText(value);
  return text === undefined ? '' : toJson(clip(text, 1_024));
}

/** `[Event error] script#pay /pay.js`: what happened, and to what. All that JSON shows of an event is `isTrusted`. */
function eventLabel(event: object): string {
  const label = bracket(nameOfClass(event) + ' ' + eventType(event));
  const target = eventTarget(event);
  if (!nodeName(target)) return label + prefixed(' ', errorText(event));
  const address = getAttribute(target, 'src') ?? getAttribute(target, 'href');
  return label + ' ' + selectorOf(target) + prefixed(' ', address);
}

/** A node as a CSS selector for itself, `button#save` or `a[class="big red"]`: no text, no values, they may be what somebody typed. */
function selectorOf(node: unknown): string {
  const name = localName(node) ?? nodeName(node);
  const id = getAttribute(node, 'id');
  const list = getAttribute(node, 'class');
  return clip(name + (id || !list ? prefixed('#', id) : '[class="' + list + '"]'), 200);
}

/** `text` behind `prefix`; '' if there is none. */
function prefixed(prefix: string, text: string | null | undefined): string {
  return text ? prefix + text : '';
}

/** `[Name]` of the class of an object, `[Function: name]` of a function, as long as no getter has to be asked. */
export function classOf(value: object): string {
  if (typeof value === 'function') return bracket('Function' + prefixed(': ', ownText(value, 'name')));
  return bracket(nameOfClass(value) || 'Object');
}

function nameOfClass(value: object): string {
  return ownText(ownValue(getPrototypeOf(value), 'constructor'), 'name');
}

function bracket(text: string): string {
  return '[' + clip(text, 100) + ']';
}

/** The innards of view libraries: huge cyclic graphs in which nobody finds an error. */
export function isInnards(value: object): boolean | undefined {
  return (
    hasOwn(value, '$$typeof') || hasOwn(value, '__v_isVNode') || hasOwn(value, '_isVue') || hasOwn(value, 'stateNode')
  );
}
