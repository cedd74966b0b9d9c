/** One line of a stack, in the terms of no engine in particular. */
export interface StackFrame {
  /** Name as the engine gave it, without `new`, `async` and alias; '' when anonymous. */
  name: string;
  /** Address of the script as the engine gave it, evaluated code included; '' for native code. */
  source: string;
  /** Counted from 1; 0 when unknown. */
  line: number;
  column: number;
  /**
   * How this frame was reached. `call`: it called the frame above. `await`: it waits for the frame above; every engine tells.
   * `scheduled`: it only scheduled the frame above (timer, promise callback, listener); SpiderMonkey alone tells.
   */
  link: 'call' | 'await' | 'scheduled';
  /** `evaluated`: made by eval or Function, `line` counts inside the text. */
  code: 'script' | 'evaluated' | 'native' | 'wasm';
}

/** Longest stack that is read, and longest line of it; what lies beyond adds nothing to who failed. */
export const STACK_LIMITS = { text: 32_768, lines: 60, line: 2_048 } as const;
