/** A database that people have worked in. */
export interface LivedIn {
  occurrences: number;
  signatures: number;
  /** Signatures of a kind that makes tickets. */
  tickets: number;
}

export const SMALL: LivedIn = { occurrences: 1_000, signatures: 100, tickets: 40 };
/** Occurrences of a whole measurement. */
export const WHOLE = 100_000;

/** A large database: 5,000 errors and 2,000 tickets where it has 100,000 occurrences. */
export function large(occurrences: number): LivedIn {
  return { occurrences, signatures: Math.ceil(occurrences / 20), tickets: Math.ceil(occurrences / 50) };
}

/** Errors that go on while somebody watches. */
export interface LivePlan {
  /** Occurrences written before they began. */
  before: number;
  plan: LivedIn;
  /** Written at once, every so many milliseconds. */
  batch: number;
  every: number;
}
