import { BACKUP_VERSION } from '../../../src/core/backup.ts';
import { array, assert, dictionary, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupBlob, backupName, rowCount } from '../../../src/ui/options/backup-blob.ts';
import { addOutcome, readImportFile, sendableParts } from '../../../src/ui/options/import-file.ts';
import { exportTables } from '../../../src/storage/export.ts';
import { db } from '../../../src/ui/data/database.ts';
import { occurrence, store } from '../rows.ts';

const file = (content: string) => new Blob([content]);

describe('readImportFile', () => {
  it.each([
    ['not-json', 'no JSON at all'],
    ['not-json', ''],
    ['not-backup', '[]'],
    ['not-backup', 'null'],
    ['not-backup', '{"name":"package.json","version":"1.0.0"}'],
    ['not-backup', '{"version":1}'],
    ['newer', '{"version":999,"cm_sites":[]}'],
  ])('refuses with %s: %s', async (code, content) => {
    await expect(readImportFile(file(content))).rejects.toMatchObject({ name: 'ImportRefusal', code });
  });

  it('names the version of a newer file', async () => {
    await expect(readImportFile(file('{"version":999,"cm_sites":[]}'))).rejects.toMatchObject({
      version: `999 > ${String(BACKUP_VERSION)}`,
    });
  });

  it('says when the file cannot be read any more', async () => {
    const gone = { text: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    // @ts-expect-error -- as much of a file as is used
    await expect(readImportFile(gone)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('takes a byte order mark and unknown tables', async () => {
    expect(await readImportFile(file('\uFEFF{"version":1,"cm_sites":[1],"later":[2]}'))).toEqual({
      cm_sites: [1],
      later: [2],
    });
  });
});

describe('sendableParts', () => {
  it('sends every row once, in parts that fit, and ends with a last part', () => {
    const tables = dictionary(
      string({ minLength: 1, maxLength: 5 }),
      array(string({ maxLength: 60 }), { maxLength: 30 }),
    );
    assert(
      property(tables, integer({ min: 70, max: 400 }), (given, limit) => {
        const refused: unknown[] = [];
        const parts = [...sendableParts(given, (_table, row) => refused.push(row), limit)];
        const sent = parts.flatMap((part) =>
          Object.entries(part.tables).flatMap(([name, rows]) => rows.map((row) => [name, row])),
        );
        const expected = Object.entries(given).flatMap(([name, rows]) => rows.map((row) => [name, row]));
        expect(sent.length + refused.length).toBe(expected.length);
        expect(new Set(sent.map(String))).toEqual(
          new Set(expected.filter(([, row]) => !refused.includes(row)).map(String)),
        );
        for (const part of parts) {
          expect(JSON.stringify(Object.values(part.tables)[0] ?? []).length).toBeLessThanOrEqual(limit);
        }
        expect(parts.map(({ last }) => last)).toEqual([...parts.slice(1).map(() => false), true]);
      }),
    );
  });

  it('leaves a row that fits no message to the report', () => {
    const refused: string[] = [];
    const parts = [...sendableParts({ cm_sites: ['small', 'x'.repeat(500)] }, (table) => refused.push(table), 100)];
    expect(parts.map(({ rows }) => rows)).toEqual([1, 0]);
    expect(refused).toEqual(['cm_sites']);
  });
});

describe('the export file', () => {
  it('is the same as JSON.stringify would write', async () => {
    await store(Array.from({ length: 1_201 }, (_, index) => occurrence(index)));
    const backup = await exportTables(db, '2026-03-02T12:00:00.000Z');
    expect(rowCount(backup)).toBeGreaterThan(1_201);
    expect(await backupBlob(backup).text()).toBe(JSON.stringify(backup));
    expect(await readImportFile(backupBlob(backup))).toMatchObject({ cm_error_logs: { length: 1_201 } });
  });

  it('is named by day and time', () => {
    expect(backupName(new Date(2026, 2, 2, 9, 5))).toBe('vigie-2026-03-02-0905.json');
  });
});

it('sums outcomes up', () => {
  const refused = { table: 't', id: 'i', reason: 'r' };
  expect(
    addOutcome(
      { added: 1, updated: 2, kept: 3, refused: [refused] },
      { added: 1, updated: 1, kept: 1, refused: [refused] },
    ),
  ).toEqual({
    added: 2,
    updated: 3,
    kept: 4,
    refused: [refused, refused],
  });
});
