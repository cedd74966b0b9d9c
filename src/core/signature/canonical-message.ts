import type { CapturedFacts } from '../occurrence.ts';
import { engineText } from './engine-messages.ts';
import { maskValues } from './mask.ts';
import { maskPeople } from './names-of-people.ts';
import { maskQuoted } from './quotes.ts';
import { structured } from './structured.ts';
import { oneLine, READ_LIMIT } from './text.ts';

export interface CanonicalMessage {
  text: string;
  /** Name of a property that the text leaves out: it counts only where the line alone does not tell the place. */
  about: string;
  /** Written by an engine, not by people. */
  engine: boolean;
}

const PREFIX = /^(?:Uncaught (?:\(in promise\) ?:? ?)?|uncaught exception: |Unhandled (?:Promise )?Rejection:? )+/i;

const STANDARD_NAME =
  /^(?:Error|TypeError|ReferenceError|RangeError|SyntaxError|EvalError|URIError|InternalError|AggregateError|DOMException): /;

/** The text without what only the channel adds: `Uncaught`, the error's name. */
export function withoutPrefix(message: string, name: string): string {
  let text = message.replace(PREFIX, '');
  if (name !== '' && text.startsWith(`${name}: `)) text = text.slice(name.length + 2);
  return text.replace(STANDARD_NAME, '');
}

/** Stable form of one text written by a person or a server. */
function written(text: string): string {
  const names: string[] = [];
  const quoted = maskQuoted(text, (name) => {
    names.push(name);
    return '\ue001';
  });
  return maskPeople(maskValues(quoted)).replace(/\ue001/g, () => names.shift() ?? '*');
}

/** Stable form of a text: an engine's, JSON, or a person's. */
function textOf(raw: string, name: string): CanonicalMessage {
  const text = withoutPrefix(oneLine(raw.slice(0, READ_LIMIT)), name);
  const engine = engineText(text);
  if (engine) return { ...engine, engine: true };
  const json = structured(text, (value) => written(oneLine(value)));
  return { text: json ?? written(text), about: '', engine: false };
}

/** A console argument that is a line of a stack (React and others log where a component failed). */
const STACK_ARGUMENT = /^\s*(?:at .+:\d+\)?|in \w+ \(.*\)|[^\s@]*@\S+:\d+:\d+)/;

function consoleMessage(facts: CapturedFacts, args: readonly string[]): CanonicalMessage {
  const parts = args
    .filter((arg) => arg.trim() !== '' && !STACK_ARGUMENT.test(arg))
    .slice(0, 8)
    .map((arg) => textOf(arg, facts.name));
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) return only;
  const text = parts.map((part) => (part.about === '' ? part.text : `${part.text} ('${part.about}')`)).join(' ');
  return { text, about: '', engine: false };
}

/** What an occurrence says, without what varies from one time to the next. */
export function canonicalMessage(facts: CapturedFacts): CanonicalMessage {
  const args = facts.console_args;
  if (args && args.length > 0) return consoleMessage(facts, args);
  return textOf(facts.message, facts.name);
}
