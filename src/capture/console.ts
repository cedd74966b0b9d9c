import { LIMITS, type WireKind } from '../relay/wire.ts';
import { causesOf, errorName, isErrorLike, isObject } from './error-facts.ts';
import type { Finding, TextList } from './finding.ts';
import { formatCall, textsOf } from './format.ts';
import { quietly } from './guard.ts';
import { type Stand, type Trap, type Undo, standIn } from './install.ts';
import { CONSOLE, type Ledger } from './ledger.ts';
import { apply, now } from './natives.ts';
import type { Pending } from './pending.ts';
import { stackOfCall, stackOfError, takeStack } from './stacks.ts';
import { clip } from './text.ts';

/** `console.error` and `console.warn`, with every argument. The call itself goes on as if we were not there. */
export function installConsole(pending: Pending, ledger: Ledger): Undo {
  const undoError = standIn(console, 'error', recorder('console_error', pending, ledger));
  const undoWarn = standIn(console, 'warn', recorder('console_warn', pending, ledger));
  return () => {
    undoError();
    undoWarn();
  };
}

function recorder(kind: WireKind, pending: Pending, ledger: Ledger): Stand {
  function examine(args: ArrayLike<unknown>, trap: Trap): void {
    const texts = textsOf(args);
    const message = clip(formatCall(args, texts), LIMITS.message);
    const error = firstOf(args, isErrorLike);
    if (!error && pending.onlyCount(kind, message)) return;
    const stack = error ? stackOfError(error) : stackOfCall(takeStack(trap));
    ledger.report(findingOf(kind, message, texts, error, stack), CONSOLE, error ?? firstOf(args, isObject));
  }

  return (native, self, args, trap) => {
    quietly(examine, args, trap);
    return apply(native, self, args);
  };
}

function findingOf(
  kind: WireKind,
  message: string,
  args: TextList | null,
  error: object | null,
  stack: string,
): Finding {
  return {
    kind,
    message,
    name: error ? errorName(error) : '',
    stack,
    ofCall: !error,
    source: '',
    line: 0,
    column: 0,
    at: now(),
    args,
    causes: error && causesOf(error),
    http: null,
  };
}

function firstOf(args: ArrayLike<unknown>, fits: (value: unknown) => value is object): object | null {
  for (let index = 0; index < args.length && index < LIMITS.arguments; index++) {
    const value = args[index];
    if (fits(value)) return value;
  }
  return null;
}
