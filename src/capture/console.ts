import { type HookText, MAX_ARGUMENTS, MAX_MESSAGE, type WireKind } from '../relay/wire.ts';
import { append, emptyChain } from './chain.ts';
import { isFailure } from './failure.ts';
import { quietly } from './guard.ts';
import { type Trap, type Undo, standIn } from './install.ts';
import { CONSOLE, type Ledger } from './ledger.ts';
import { rejectionReason, thrownValue } from './natives-dom.ts';
import type { Pending } from './pending.ts';
import { newRecord } from './record.ts';
import { takeStack, textOfStack } from './stacks.ts';
import { describe } from './values.ts';
import { isObject } from './peek.ts';

/** What browsers print for an assertion that failed; its arguments follow. */
const ASSERTION = 'Assertion failed';

/** `console.error`, `console.warn` and failed `console.assert`, with every argument. */
export function installConsole(pending: Pending, ledger: Ledger): Undo {
  function watch(method: 'error' | 'warn' | 'assert', kind: WireKind): Undo {
    const asserts = method === 'assert';
    const examine = (args: ArrayLike<unknown>, trap: Trap): void => {
      if (asserts && args.length > 0 && args[0]) return;
      const { message, first } = textsOf(args, asserts);
      if (pending.countOnly(kind, message)) return;
      const error = firstOf(args, isFailure);
      const record = newRecord(kind, message, error);
      if (!error) {
        record.stack = textOfStack(takeStack(trap));
        record.ofCall = true;
      }
      record.args = first;
      record.template = args.length > 1 && typeof args[asserts ? 1 : 0] === 'string';
      const subject = error ?? firstOf(args, isObject);
      // Handlers log the event that told them of the error.
      ledger.report(record, CONSOLE, thrownValue(subject) ?? rejectionReason(subject) ?? subject);
    };
    return standIn(console, method, {
      enter(_self, args, trap) {
        quietly(examine, args, trap);
        return null;
      },
    });
  }

  const undoError = watch('error', 'console_error');
  const undoWarn = watch('warn', 'console_warn');
  const undoAssert = watch('assert', 'console_error');
  return () => {
    undoError();
    undoWarn();
    undoAssert();
  };
}

interface Texts {
  /** Joined by spaces. */
  message: string;
  first: HookText | null;
}

/** The arguments of a call, each as text, as many as fit into a message. An assertion's first is its condition. */
function textsOf(args: ArrayLike<unknown>, asserts: boolean): Texts {
  let message = '';
  const texts = emptyChain<HookText>();
  const add = (text: string): void => {
    message += (texts.last ? ' ' : '') + text;
    append(texts, { toJSON: undefined, text, next: null });
  };

  let index = 0;
  if (asserts) {
    index = 1;
    if (args.length > 1 && typeof args[1] === 'string') add(ASSERTION + ': ' + describe(args[index++]));
    else add(ASSERTION);
  }
  while (index < args.length && message.length < MAX_MESSAGE) add(describe(args[index++]));
  return { message, first: texts.first };
}

function firstOf(args: ArrayLike<unknown>, fits: (value: unknown) => value is object): object | null {
  for (let index = 0; index < args.length && index < MAX_ARGUMENTS; index++) {
    const value = args[index];
    if (fits(value)) return value;
  }
  return null;
}
