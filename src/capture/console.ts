import { type HookKind, type HookText, MAX_ARGUMENTS, MAX_MESSAGE } from '../relay/wire.ts';
import { append, emptyChain } from './chain.ts';
import { headline, isFailure } from './failure.ts';
import type { StandIns } from './install.ts';
import { CONSOLE, type Ledger } from './ledger.ts';
import { rejectionReason, thrownValue } from './natives-dom.ts';
import type { Pending } from './pending.ts';
import { newRecord } from './record.ts';
import { takeStack, textOfStack } from './stacks.ts';
import { describe } from './values.ts';
import { isObject } from './peek.ts';

/** `console.error`, `console.warn` and failed `console.assert`, with every argument. */
export function installConsole({ add }: StandIns, pending: Pending, ledger: Ledger): void {
  function watch(method: 'error' | 'warn' | 'assert'): void {
    const kind: HookKind = `console_${method}`;
    // An assertion's first argument is its condition.
    const start = method === 'assert' ? 1 : 0;
    add(console, method, {
      enter(_self, args, trap) {
        if (start && args.length > 0 && args[0]) return null;
        const { message, first } = textsOf(args, start);
        if (pending.countOnly(kind, message)) return null;
        const error = firstOf(args, isFailure);
        const record = newRecord(kind, message, error);
        // Exceptions that pages make have no stack in Chromium, and those of a forbidden access no frames.
        if (!error || !record.stack || record.stack === headline(error)) {
          record.stack = textOfStack(takeStack(trap));
          record.ofCall = true;
        }
        record.args = first;
        record.template = args.length > start && typeof args[start] === 'string';
        const subject = error ?? firstOf(args, isObject);
        // Handlers log the event that told them of the error.
        ledger.report(record, CONSOLE, thrownValue(subject) ?? rejectionReason(subject) ?? subject);
        return null;
      },
    });
  }

  watch('error');
  watch('warn');
  watch('assert');
}

interface Texts {
  /** Joined by spaces. */
  message: string;
  first: HookText | null;
}

/** The arguments of a call, each as text, as many as fit into a message. */
function textsOf(args: ArrayLike<unknown>, start: number): Texts {
  let message = '';
  const texts = emptyChain<HookText>();
  for (let index = start; index < args.length && message.length < MAX_MESSAGE; index++) {
    const text = describe(args[index]);
    message += (texts.last ? ' ' : '') + text;
    append(texts, { toJSON: undefined, text, next: null });
  }
  return { message, first: texts.first };
}

function firstOf(args: ArrayLike<unknown>, fits: (value: unknown) => value is object): object | null {
  for (let index = 0; index < args.length && index < MAX_ARGUMENTS; index++) {
    const value = args[index];
    if (fits(value)) return value;
  }
  return null;
}
