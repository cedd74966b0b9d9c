import { describe, expect, it } from 'vitest';
import { hasWords } from '../../../src/core/search.ts';
import { findNewest } from '../../../src/ui/data/search-pages.ts';

/** A table of so many rows, newest first, that counts how often and how far it is read. */
function table(size: number) {
  const reads: number[] = [];
  const read = async (limit: number, after: number | undefined) => {
    const start = after === undefined ? 0 : after + 1;
    reads.push(limit);
    return Array.from({ length: Math.max(0, Math.min(limit, size - start)) }, (_, index) => start + index);
  };
  return { read, reads };
}

const named =
  (...words: string[]) =>
  async (rows: readonly number[]) =>
    rows.filter((row) => hasWords(`Error ${String(row)}`, words));

describe('findNewest', () => {
  it('reads no more than it shows when nothing is searched', async () => {
    const { read, reads } = table(1_000);
    expect(await findNewest(read, null, 3)).toEqual({ rows: [0, 1, 2], complete: false, stoppedAfter: null });
    expect(reads).toEqual([4]);
    expect(await findNewest(table(3).read, null, 3)).toMatchObject({ complete: true });
  });

  it('finds rows that hold every word, page by page', async () => {
    const { read } = table(1_000);
    expect(await findNewest(read, named('error', '99'), 3)).toEqual({
      rows: [99, 199, 299],
      complete: false,
      stoppedAfter: null,
    });
    expect(await findNewest(read, named('999'), 3)).toEqual({ rows: [999], complete: true, stoppedAfter: null });
  });

  it('reads one short page where most rows match', async () => {
    const { read, reads } = table(10_000);
    expect(await findNewest(read, async (rows) => [...rows], 3)).toMatchObject({ rows: [0, 1, 2], complete: false });
    expect(reads).toEqual([4]);
  });

  it('stops at 5,000 rows and says so', async () => {
    const { read, reads } = table(1_000_000);
    expect(await findNewest(read, named('nowhere'), 3)).toEqual({ rows: [], complete: false, stoppedAfter: 5_000 });
    expect(reads.length).toBeLessThan(10);
  });
});
