import { type HookText, MAX_ARGUMENTS, MAX_MESSAGE, type WireKind } from '../relay/wire.ts';
import { isFailure, isObject } from './failure.ts';
import { quietly } from './guard.ts';
import { type Trap, type Undo, standIn } from './install.ts';
import { CONSOLE, type Ledger } from './ledger.ts';
import type { Pending } from './pending.ts';
import { newRecord } from './record.ts';
import { takeStack, textOfStack } from './stacks.ts';
import { describe } from './values.ts';

/** `console.error` and `console.warn`, with every argument. */
export function installConsole(pending: Pending, ledger: Ledger): Undo {
  const undoError = watch('error', 'console_error');
  const undoWarn = watch('warn', 'console_warn');

  function watch(method: 'error' | 'warn', kind: WireKind): Undo {
    const examine = (args: ArrayLike<unknown>, trap: Trap): void => {
      const { message, first } = textsOf(args);
      const error = firstOf(args, isFailure);
      if (!error && pending.countOnly(kind, message)) return;
      const record = newRecord(kind, message, error);
      if (!error) {
        record.stack = textOfStack(takeStack(trap));
        record.ofCall = true;
      }
      record.args = first;
      record.template = args.length > 1 && typeof args[0] === 'string';
      ledger.report(record, CONSOLE, error ?? firstOf(args, isObject));
    };
    return standIn(console, method, {
      enter(_self, args, trap) {
        quietly(examine, args, trap);
        return null;
      },
    });
  }

  return () => {
    undoError();
    undoWarn();
  };
}

/** The arguments of a call, each as text and joined by spaces, as many as fit into a message. */
function textsOf(args: ArrayLike<unknown>): { message: string; first: HookText | null } {
  let message = '';
  let first: HookText | null = null;
  let last: HookText | null = null;
  for (let index = 0; index < args.length && message.length < MAX_MESSAGE; index++) {
    const item: HookText = { toJSON: undefined, text: describe(args[index]), next: null };
    message += (index > 0 ? ' ' : '') + item.text;
    if (last) last.next = item;
    else first = item;
    last = item;
  }
  return { message, first };
}

function firstOf(args: ArrayLike<unknown>, fits: (value: unknown) => value is object): object | null {
  for (let index = 0; index < args.length && index < MAX_ARGUMENTS; index++) {
    const value = args[index];
    if (fits(value)) return value;
  }
  return null;
}
