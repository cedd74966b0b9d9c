import type { CapturedFacts } from '../occurrence.ts';
import { maskSecrets } from '../redact/secrets.ts';
import type { StackFrame } from '../stack/frame.ts';
import { functionName, isMinifiedName } from '../stack/function-name.ts';
import type { Draft } from './assemble.ts';
import type { CanonicalMessage } from './canonical-message.ts';
import { isOwn } from './choose-frame.ts';
import type { Choice } from './choose-frame.ts';
import { EXTENSION, PAGE, sourceName, WASM } from './source-name.ts';

/** Columns that no line reaches which people write. */
const WIDE = 250;
const VERY_WIDE = 400;

/**
 * The function's own name; '' if a secret is part of what the stack calls it. That may be any text, and the last word of `Bearer abc` alone would
 * no longer look like one.
 */
function nameOf({ name }: StackFrame): string {
  return maskSecrets(name) === name ? functionName(name) : '';
}

/** Code on few, endless lines: the line does not tell the place. */
function isDense(frame: StackFrame, frames: readonly StackFrame[]): boolean {
  if (frame.line <= 1 || frame.column > WIDE) return true;
  return frames.some((other) => other.source === frame.source && other.column > VERY_WIDE);
}

/** What a frame's file is called in signatures. */
function sourceOf({ frame, origin }: Choice): string {
  if (origin === 'extension') return EXTENSION;
  return frame.code === 'wasm' ? WASM : fileOf(frame.source, frame.line);
}

/** @param address as the browser named it; '' gives ''. */
function fileOf(address: string, line: number): string {
  if (address === '') return '';
  const name = sourceName(address, line);
  return name === '' ? PAGE : name;
}

/** Steps of a column that keep apart what stands on one line, and together what engines measure differently. */
const COLUMN_STEP = 100;

/**
 * Function and, where the fault may be the caller's, the caller; one in another file is an entry page's. Engines agree on names, not on
 * columns.
 */
function functions(message: CanonicalMessage, { frame, caller, thrower }: Choice): string {
  const name = nameOf(frame);
  const column = frame.column + (frame === thrower.frame ? message.ahead : 0);
  if (name === '') return frame.code === 'script' ? `at ~${Math.round(column / COLUMN_STEP)}` : '';
  const near = caller !== null && caller.source === frame.source && (message.given || !message.engine);
  const called = near ? nameOf(caller) : '';
  return called === '' ? `in ${name}` : `in ${name} < ${called}`;
}

/** The function of a library that stumbled: one line of the application can use several of a plugin. Minifiers rename it. */
function stumbled({ given }: CanonicalMessage, { frame, thrower }: Choice, frames: readonly StackFrame[]): string {
  if (given || frame === thrower.frame || thrower.origin !== 'library' || isDense(thrower.frame, frames)) return '';
  const name = nameOf(thrower.frame);
  return isMinifiedName(name) ? '' : ` in ${name}`;
}

/** The property that was read, and which function of a library read it; '' where the message tells none. */
function readingOf(message: CanonicalMessage, choice: Choice, frames: readonly StackFrame[]): string {
  return message.about === '' ? '' : `'${message.about}'${stumbled(message, choice, frames)}`;
}

/** What tells the place where the line does not. */
function detailOf(reading: string, called: string, elsewhere: boolean): string {
  const read = reading !== '' && elsewhere ? `(reading ${reading})` : '';
  return [read, called].filter((text) => text !== '').join(' ');
}

/** An error whose stack names a place. */
export function fromFrame(choice: Choice, frames: readonly StackFrame[], message: CanonicalMessage): Draft {
  const { frame, origin, thrower } = choice;
  const name = nameOf(frame);
  const source = sourceOf(choice);
  // Engines count the lines of an attribute from the page's start or from its own.
  const handler = source === PAGE && /^on[a-z]+$/.test(name);
  const dense = origin === 'extension' || handler || frame.code === 'evaluated' || isDense(frame, frames);
  const reading = readingOf(message, choice, frames);
  const called = dense ? functions(message, choice) : '';
  return {
    source,
    message: message.text,
    readable: message.readable,
    detail: detailOf(reading, called, dense || frame !== thrower.frame),
    line: handler ? 0 : frame.line,
    because: isOwn(origin) ? 'in-app frame' : 'first frame',
    frame,
    raw: frame,
    shape: `${reading === '' ? '' : `${reading} `}${dense ? called : name}`,
  };
}

/** Scripts made from text (a timer's, a `javascript:` address) have a line, and no address but the page's. */
const MADE_OF_TEXT = /^(?:javascript:|$)/;

/** An error without a stack: the event's own position, if it has one. */
export function fromEvent(facts: CapturedFacts, message: CanonicalMessage): Draft {
  const ofText = facts.line > 0 && MADE_OF_TEXT.test(facts.source);
  const source = ofText ? PAGE : fileOf(facts.source, facts.line);
  return {
    source,
    message: message.text,
    readable: message.readable,
    line: source === '' ? 0 : facts.line,
    because: source === '' ? 'message only' : 'event position',
    raw: ofText ? { ...facts, source: facts.page_url } : facts,
    shape: message.about,
  };
}
