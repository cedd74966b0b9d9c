/** What is measured. */
export interface BenchPlan {
  /** Occurrences that are there before, of so many errors with a ticket each. */
  occurrences: number;
  errors: number;
  /** The same of the small database that queries are compared with. */
  small: number;
  smallErrors: number;
  /** Batches that are measured, and occurrences of each. */
  rounds: number;
  batch: number;
  /** Runs of the query. */
  queries: number;
}

export interface IngestResult {
  /** Rows of all tables that one occurrence writes on average. */
  rowsPerOccurrence: number;
  perSecond: number;
  barePerSecond: number;
  /** Time of the bare writes as a share of that of ingest: of all batches together, and of the median batch. */
  share: number;
  medianShare: number;
}

export interface QueryResult {
  /** Most rows that one run has read. */
  rows: number;
  /** Median. */
  milliseconds: number;
}

export interface BenchResult {
  ingest: IngestResult;
  /** Of the small database and of the large one. */
  queries: QueryResult[];
}

export const FULL_PLAN: BenchPlan = {
  occurrences: 100_000,
  errors: 2_000,
  small: 1_000,
  smallErrors: 100,
  rounds: 100,
  batch: 100,
  queries: 100,
};
