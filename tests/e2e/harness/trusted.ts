/**
 * Takes a value that came out of a browser for what the test knows it to be. The comparisons that follow are the check: a wrong shape
 * fails the test.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the type
export function trusted<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where tests assert a type
  return value as T;
}
