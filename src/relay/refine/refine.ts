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
  if ('element' in raw || 'blockedURI' in raw) return readSeen(fieldsOf(raw));
  return 'ofCall' in raw ? refineHooked(fieldsOf(raw)) : raw;
}

function refineHooked({ ofCall, template, args, causes, http, ...fields }: Fields): Fields {
  const stack = readStack(
    fields,
    ofCall === true,
    chained(args, LIMITS.arguments).map(({ text }) => textOf(text)),
  );
  const texts = chained(args, LIMITS.message).map(({ text }) => text);
  const request = typeof http === 'object' && http !== null ? readRequest(fieldsOf(http)) : undefined;
  return {
    ...fields,
    stack,
    ...readPlace(fields, stack),
    message: readMessage(fields, template === true ? texts : [], request),
    ...(texts.length > 0 && { args: texts.slice(0, LIMITS.arguments) }),
    ...(causes !== null && causes !== undefined && { causes: chained(causes, LIMITS.causes).map(readCause) }),
    ...(request && { http: request }),
  };
}

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

function readMessage({ message }: Fields, template: unknown[], request: Fields | undefined): unknown {
  if (template.length > 0) return fillIn(template.map(textOf));
  return message === '' && request ? requestMessage(request) : message;
}

function readCause({ name, message, stack }: Fields): Fields {
  const own = withoutMessageLines(textOf(stack), textOf(name), [textOf(message)]);
  return { name, message, stack: cleanStack(own, false) };
}
