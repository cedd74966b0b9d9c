import { RE2JS } from 're2js';

/** Flags a person may set: ignore case, `^` and `$` at every line, `.` also for line ends. */
const FLAGS: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL };

const MAX_PATTERN_LENGTH = 500;
/** Instructions of the compiled program, on which the time per character depends. `(a{1000}){1000}` is refused by the engine itself. */
const MAX_PROGRAM = 1_000;

export type PatternProblem =
  | 'empty'
  | 'too-long'
  | 'unknown-flag'
  /** Not a pattern, or one with backreferences or lookaround, which no linear engine has. */
  | 'invalid'
  | 'too-large'
  /** It matches the empty text, so it would match everywhere. */
  | 'matches-nothing';

/**
 * A pattern that a person wrote, in RE2's syntax. It runs in an engine whose time grows linearly with the text, whatever the pattern:
 * a check for "catastrophic" patterns on the browser's backtracking engine must guess, and guesses wrong both ways. It costs 46 kB
 * (gzip) in the background and the options page, nothing in pages.
 */
export interface UserPattern {
  test: (text: string) => boolean;
  /** Every match replaced by a literal text. */
  replaceAll: (text: string, replacement: string) => string;
}

export type PatternResult = { ok: true; pattern: UserPattern } | { ok: false; problem: PatternProblem };

/** Compiles a person's pattern. Never throws. */
export function compilePattern(source: string, flags = ''): PatternResult {
  if (source === '') return { ok: false, problem: 'empty' };
  if (source.length > MAX_PATTERN_LENGTH) return { ok: false, problem: 'too-long' };
  let bits = 0;
  for (const flag of flags) {
    const bit = FLAGS[flag];
    if (bit === undefined) return { ok: false, problem: 'unknown-flag' };
    bits |= bit;
  }
  return compiled(source, bits);
}

function compiled(source: string, bits: number): PatternResult {
  try {
    const engine = RE2JS.compile(source, bits);
    if (engine.programSize() > MAX_PROGRAM) return { ok: false, problem: 'too-large' };
    if (engine.matcher('').find()) return { ok: false, problem: 'matches-nothing' };
    return {
      ok: true,
      pattern: {
        test: (text) => engine.matcher(text).find(),
        replaceAll: (text, replacement) => engine.matcher(text).replaceAll(RE2JS.quoteReplacement(replacement)),
      },
    };
  } catch {
    return { ok: false, problem: 'invalid' };
  }
}
