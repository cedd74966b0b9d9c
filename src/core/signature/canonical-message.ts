import type { CapturedFacts } from '../occurrence.ts';
import { countedAsOne } from './counted.ts';
import { engineText } from './engine-messages.ts';
import type { EngineText } from './engine-messages.ts';
import { neutralText } from './language.ts';
import { maskValues } from './mask.ts';
import { maskPeople } from './names-of-people.ts';
import { isSchemaText, maskQuoted } from './quotes.ts';
import { structured } from './structured.ts';
import { oneLine, READ_LIMIT } from './text.ts';

export interface CanonicalMessage extends EngineText {
  /** The text in its own language and order, as the signature has it; `text` is the same in every language, for `lineless`. */
  readable: string;
  /** Written by an engine, not by people. */
  engine: boolean;
}

/** What the stack says about who speaks. */
export interface Speaker {
  /** The stack names a place of the application. */
  placed: boolean;
  /** A library threw: it speaks one language. */
  foreign: boolean;
}

/** What the channel puts in front: `Uncaught`, and the rejection's words. */
const CHANNEL = /^(?:uncaught exception: |Uncaught (?:\(in promise\):? ?)?|Unhandled (?:Promise )?Rejection:? )+/i;

/** `TypeError: `, `ApiError: `, `NotFoundException: `. */
const NAME = /^([\p{L}_$][\p{L}\d_$.]{0,80}(?:Error|Exception)|Error|DOMException): /u;

/** Takes apart what only the channel adds: `Uncaught TypeError: x` and a rejection with `x` are the same message. */
function splitName(message: string, name: string): { text: string; name: string } {
  const text = message.replace(CHANNEL, '');
  if (name !== '' && text.startsWith(`${name}: `)) return { text: text.slice(name.length + 2), name };
  if (text === name || text === `${name}:`) return { text: name, name };
  const found = NAME.exec(text);
  return found ? { text: text.slice(found[0].length), name: name === '' ? (found[1] ?? '') : name } : { text, name };
}

/** Lines of a stack within a message: component stacks of React and Vue, stacks joined to texts. */
const STACK_LINE = /^\s*(?:at .+:\d+\)?|at <.*|at [A-Z][\w.]*|in \w+ \(.*\)|[^\s@]*@\S+:\d+:\d+)\s*$/;

/** Stands for a name while values are masked; `oneLine` removes it from every text beforehand. */
const HIDDEN = '\ue001';

/** A text without its values. */
function masked(text: string): string {
  const names: string[] = [];
  const quoted = maskQuoted(text, (name) => {
    names.push(name);
    return HIDDEN;
  });
  return countedAsOne(maskPeople(maskValues(quoted))).replaceAll(HIDDEN, () => names.shift() ?? '*');
}

function people(text: string, readable = text): CanonicalMessage {
  return { text, readable, about: '', given: false, ahead: 0, engine: false };
}

/** A message on one line, without stack lines and without what the channel adds. */
function bare(raw: string, errorName: string): { text: string; name: string } {
  const lines = raw.slice(0, READ_LIMIT).split('\n');
  const said = lines.filter((line, index) => index === 0 || !STACK_LINE.test(line)).join(' ');
  return splitName(oneLine(said), errorName);
}

function engineMessage(raw: string, errorName: string): CanonicalMessage | null {
  const { text, name } = bare(raw, errorName);
  const found = engineText(text, name);
  return found && { ...found, readable: found.text, engine: true };
}

/** Stable form of a text: an engine's, JSON, or a person's. */
function textOf(raw: string, errorName: string, foreign: boolean): CanonicalMessage {
  const engine = engineMessage(raw, errorName);
  if (engine) return engine;
  const { text } = bare(raw, errorName);
  // Servers and libraries speak one language; only what the application itself says is translated.
  const json = structured(text, (value) => masked(oneLine(value)));
  if (json !== null) return people(json);
  // SpiderMonkey writes `Error: ` where V8 writes `Error`.
  const plain = masked(text).replace(/\s*:$/, '');
  return people(foreign || isSchemaText(text) ? plain : (neutralText(plain) ?? plain), plain);
}

/** An argument behind the first that is a value, not a sentence: a name, a slug, an id. */
function isValue(arg: string): boolean {
  return (
    /^\s*\p{Lu}\p{Ll}+(?:[-'’ ]{1,2}\p{L}[\p{L}'’]*){1,4}\s*$/u.test(arg) || /^\s*[a-z\d]+(?:-[a-z\d]+)+\s*$/.test(arg)
  );
}

function consoleMessage(args: readonly string[], name: string, foreign: boolean): CanonicalMessage {
  const short = args.map((arg) => arg.slice(0, READ_LIMIT)).filter((arg) => arg.trim() !== '' && !STACK_LINE.test(arg));
  const parts = short
    .slice(0, 8)
    .map((arg, index) => (index > 0 && isValue(arg) ? people('*') : textOf(arg, name, foreign)));
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) return only;
  const about = (part: CanonicalMessage): string => (part.about === '' ? '' : ` ('${part.about}')`);
  return people(
    parts.map((part) => part.text + about(part)).join(' '),
    parts.map((part) => part.readable + about(part)).join(' '),
  );
}

type Said = Pick<CapturedFacts, 'console_args' | 'name' | 'message'>;

/** The text of the error itself: among the arguments of a logged one; '' where text alone was logged. */
function errorText({ console_args: args, name, message }: Said): string {
  if (!args || args.length === 0) return message;
  return name === '' ? '' : (args.find((arg) => arg === name || arg.startsWith(`${name}:`)) ?? '');
}

/** Does an engine say that the failing code itself is wrong, not what it was given? */
export function isOwnFault(facts: Said): boolean {
  const engine = engineMessage(errorText(facts), facts.name);
  return engine !== null && !engine.given;
}

/**
 * What an occurrence says, without what varies from one time to the next. A logged error that has a place in the application is the
 * error itself, whatever was said along with it; one that surfaced in a library is told apart by what was said.
 */
export function canonicalMessage(facts: CapturedFacts, { placed, foreign }: Speaker): CanonicalMessage {
  const args = facts.console_args;
  const error = errorText(facts);
  if (!args || args.length === 0 || (error !== '' && placed)) return textOf(error, facts.name, foreign);
  return consoleMessage(args, facts.name, foreign);
}
