/** The middle of the values; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What each round's value is over the same round's base: machines are now fast and now slow, both at once. */
export function medianOver(values: readonly number[], base: readonly number[]): number {
  return median(values.map((value, round) => value - (base[round] ?? NaN)));
}
