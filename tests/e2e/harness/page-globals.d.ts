/** What the test pages offer to the tests that drive them; see `tests/e2e/pages/`. */
declare const failOnDemand: {
  throws(text: string): void;
  rejects(text: string): void;
  logs(text: string): void;
  warns(text: string): void;
  requests(status: number): Promise<number>;
};
declare function leak(text: string): void;
declare function openAndFail(text: string): void;
declare function storm(milliseconds: number): Promise<Record<'identical' | 'distinct' | 'thrown' | 'rejected', number>>;
