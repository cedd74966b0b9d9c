import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { storeOccurrences } from '../../../src/background/ingest/store.ts';
import { isAboutTheRows } from '../../../src/background/ingest/storage-errors.ts';
import { defaultSite } from '../../../src/core/project.ts';
import type { Applied } from '../../../src/storage/apply.ts';
import { occurrence } from '../../core/samples.ts';
import { at } from '../records.ts';
import type { NewOccurrence } from '../../../src/storage/local-rows.ts';

function item(id: string, count = 1): NewOccurrence {
  const row = { ...occurrence(1, { metadata: { count } }), id };
  return { row, site: defaultSite('http://localhost/', at(0)), tab: 7, origin: 'http://localhost' };
}

function applied(change: Partial<Applied> = {}): Applied {
  return { stored: [], duplicates: [], refused: [], tabs: [], created: [], reopened: [], waits: false, ...change };
}

/** A database that stores everything but the batches with one of these ids in them. */
function database(poison: Record<string, Error>) {
  const stored: string[] = [];
  const apply = vi.fn(async (items: readonly NewOccurrence[]) => {
    const ids = items.map(({ row }) => row.id);
    for (const id of ids) if (poison[id]) throw poison[id];
    stored.push(...ids);
    return applied({ stored: ids });
  });
  return { stored, apply };
}

const DATA_ERROR = new DOMException('not a valid key', 'DataError');

describe('storeOccurrences', () => {
  it('writes all in one transaction', async () => {
    const { apply, stored } = database({});
    expect(
      await storeOccurrences(
        ['a', 'b', 'c'].map((id) => item(id)),
        { apply, onFailure: vi.fn() },
      ),
    ).toEqual([]);
    expect(apply).toHaveBeenCalledTimes(1);
    expect(stored).toEqual(['a', 'b', 'c']);
  });

  it('does not open a transaction for nothing', async () => {
    const { apply } = database({});
    await storeOccurrences([], { apply, onFailure: vi.fn() });
    expect(apply).not.toHaveBeenCalled();
  });

  it('finds the occurrences that spoil it, stores all others in order, and tells', async () => {
    const { apply, stored } = database({ d: DATA_ERROR, g: new TypeError('row is odd') });
    const onFailure = vi.fn();
    const items = 'abcdefghij'.split('').map((id) => item(id, 5));
    const unstorable = await storeOccurrences(items, { apply, onFailure });
    expect(unstorable).toEqual([
      { id: 'd', why: 'refused', key: 'unstorable', count: 5 },
      { id: 'g', why: 'refused', key: 'unstorable', count: 5 },
    ]);
    expect(stored).toEqual('abcefhij'.split(''));
    expect(onFailure.mock.calls.map(([where, error]) => [where, error.name])).toEqual([
      ['capture.store', 'DataError'],
      ['capture.store', 'TypeError'],
    ]);
  });

  it('gives back what the database took for no row', async () => {
    const { apply } = database({});
    apply.mockResolvedValue(applied({ stored: ['a'], refused: [{ id: 'b', reason: 'metadata.url: Not a text' }] }));
    const onFailure = vi.fn();
    expect(await storeOccurrences([item('a'), item('b', 2)], { apply, onFailure })).toEqual([
      { id: 'b', why: 'refused', key: 'unstorable', count: 2 },
    ]);
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  it('gives up nothing while the database cannot write at all', async () => {
    const { apply } = database({ b: new DOMException('full', 'QuotaExceededError') });
    const onFailure = vi.fn();
    const work = storeOccurrences([item('a'), item('b'), item('c')], { apply, onFailure });
    await expect(work).rejects.toThrow('full');
    expect(apply).toHaveBeenCalledTimes(1);
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('stops when the database fails half-way through the search', async () => {
    const { apply } = database({ a: DATA_ERROR, d: new DOMException('gone', 'DatabaseClosedError') });
    const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
    await expect(storeOccurrences(items, { apply, onFailure: vi.fn() })).rejects.toThrow('gone');
  });
});

function bulk(...failures: Error[]): Error {
  return new Dexie.BulkError('bulk', failures);
}

describe('isAboutTheRows', () => {
  it.each([
    ['a bad key', DATA_ERROR, true],
    ['an error of ours', new TypeError('x'), true],
    ['rows that all failed by themselves', bulk(DATA_ERROR, new DOMException('', 'ConstraintError')), true],
    ['rows of which one failed for another reason', bulk(DATA_ERROR, new DOMException('', 'AbortError')), false],
    ['a bulk failure without causes', bulk(), false],
    ['no space', new DOMException('', 'QuotaExceededError'), false],
    ['a closed database', new Dexie.DatabaseClosedError('closed'), false],
    ['an aborted transaction', new DOMException('', 'AbortError'), false],
    ['whatever is unknown', new Error('?'), false],
    ['what is no error', 'text', false],
  ])('of %s', (_name, error, expected) => {
    expect(isAboutTheRows(error)).toBe(expected);
  });
});
