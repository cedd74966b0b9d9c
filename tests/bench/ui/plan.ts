/** A database that people have worked in. */
export interface LivedIn {
  occurrences: number;
  signatures: number;
  /** Signatures of a kind that makes tickets. */
  tickets: number;
}

export const SMALL: LivedIn = { occurrences: 1_000, signatures: 100, tickets: 40 };
export const LARGE: LivedIn = { occurrences: 100_000, signatures: 5_000, tickets: 2_000 };
