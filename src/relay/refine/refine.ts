import { LIMITS } from '../wire.ts';
import { fillIn } from './console-text.ts';
import { type Fields, chained, fieldsOf, textOf } from './fields.ts';
import { readRequest, requestMessage } from './request-text.ts';
import { readSeen } from './seen-by-relay.ts';
import { type Place, cleanStack, placeOf, withoutCode, withoutMessageLines } from './stack-text.ts';

/**
 * A record of the hook (`HookRecord`, stamped) as the `StampedRecord` that it stands for: our own frames taken out of its stack, its place and
 * message filled in, addresses completed, lists made of chains. What the relay saw itself becomes a record as well. Everything else is left
 * as it came, to be validated.
 *
 * This runs where the record is parsed and not in the page: it is the same text work for every page, and a page cannot be believed
 * after it any more than before.
 */
export function refine(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  if ('element' in raw || 'blockedURI' in raw) return readSeen(withTime(fieldsOf(raw)));
  return 'ofCall' in raw ? refineHooked(withTime(fieldsOf(raw))) : raw;
}

/** Farthest from 1970 that a date can be, in milliseconds. */
const LAST_TIME = 8.64e15;

function withTime(fields: Fields): Fields {
  const { timestamp } = fields;
  const isTime = typeof timestamp === 'number' && Math.abs(timestamp) <= LAST_TIME;
  return isTime ? { ...fields, timestamp: new Date(timestamp).toISOString() } : fields;
}

function refineHooked({ ofCall, template, args, causes, http, ...fields }: Fields): Fields {
  const given = chained(args, LIMITS.message).map(({ text }) => textOf(text));
  const texts = fields['kind'] === 'console_assert' ? assertion(given, template === true) : given;
  const stack = readStack(fields, ofCall === true, texts.slice(0, LIMITS.arguments));
  const request = typeof http === 'object' && http !== null ? readRequest(fieldsOf(http)) : undefined;
  return {
    ...fields,
    kind: readKind(fields),
    stack,
    ...readPlace(fields, stack),
    message: texts.length > 0 ? logged(texts, template === true && given.length > 1) : readMessage(fields, request),
    ...(texts.length > 0 && { args: texts.slice(0, LIMITS.arguments) }),
    ...(causes !== null && causes !== undefined && { causes: chained(causes, LIMITS.causes).map(readCause) }),
    ...(request && { http: request }),
  };
}

/** What browsers print for an assertion that failed: this, and its arguments behind it. */
const ASSERTION = 'Assertion failed';

function assertion(texts: string[], template: boolean): string[] {
  const [first, ...rest] = texts;
  return template ? [`${ASSERTION}: ${first}`, ...rest] : [ASSERTION, ...texts];
}

/**
 * What a dedicated worker did not catch comes without its error. In the page itself only a thrown null, a script of another origin
 * ("Script error.") and Chromium's notice of a ResizeObserver loop are like that.
 */
function readKind({ kind, message }: Fields): unknown {
  if (kind === 'console_assert') return 'console_error';
  return kind === 'worker_error' && OF_PAGE.test(textOf(message)) ? 'js_error' : kind;
}

const OF_PAGE = /^(?:Script error|ResizeObserver loop|(?:Uncaught|uncaught exception:) null$)/;

function readStack({ name, message, stack }: Fields, ofCall: boolean, args: string[]): string {
  const own = withoutMessageLines(textOf(stack), textOf(name), [textOf(message), ...args]);
  return cleanStack(own, ofCall);
}

/** The place that the event gave, else that of the stack. */
function readPlace({ source, line, column }: Fields, stack: string): Fields {
  const found: Place = source === '' ? placeOf(stack) : { source: '', line: 0, column: 0 };
  return found.source
    ? { ...found }
    : { source: typeof source === 'string' ? withoutCode(source) : source, line, column };
}

/** May be empty although there are arguments: a text of nothing but styles (`%c`). */
function logged(texts: string[], template: boolean): string {
  return template ? fillIn(texts) : texts.join(' ');
}

function readMessage({ message }: Fields, request: Fields | undefined): unknown {
  return message === '' && request ? requestMessage(request) : message;
}

function readCause({ name, message, stack }: Fields): Fields {
  const own = withoutMessageLines(textOf(stack), textOf(name), [textOf(message)]);
  return { name, message, stack: cleanStack(own, false) };
}
