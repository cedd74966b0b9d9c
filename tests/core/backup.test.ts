import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BACKUP_VERSION, backupParts, readBackup } from '../../src/core/backup.ts';

test('only a file with a version that is known is a backup', () => {
  expect(readBackup({ version: BACKUP_VERSION, exported_at: 'x', cm_sites: [1], odd: { a: 1 } })).toEqual({
    ok: true,
    tables: { cm_sites: [1] },
  });
  expect(readBackup({ version: BACKUP_VERSION + 1, cm_sites: [] })).toEqual({ ok: false, code: 'newer-backup' });
  for (const value of [null, [], 'x', 5, {}, { version: '1' }, { cm_sites: [] }]) {
    expect(readBackup(value)).toEqual({ ok: false, code: 'not-a-backup' });
  }
});

test('whatever the file holds, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.anything(), (file) => {
      expect(typeof readBackup(file).ok).toBe('boolean');
    }),
  );
});

test('the parts are all rows in bounded pieces, and exactly one last part', () => {
  const names = fc.constantFrom('cm_error_logs', 'cm_sites', 'settings', 'cm_later');
  const tables = fc.dictionary(names, fc.array(fc.integer(), { maxLength: 25 }));
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 60 }), (given, size, units) => {
      const parts = [...backupParts(given, { rows: size, units })];
      const rebuilt: Record<string, unknown[]> = {};
      for (const part of parts) {
        for (const [name, rows] of Object.entries(part.tables)) {
          expect(rows.length).toBeLessThanOrEqual(size);
          const sizes = rows.map((row) => JSON.stringify(row).length);
          if (rows.length > 1) expect(sizes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(units);
          rebuilt[name] = [...(rebuilt[name] ?? []), ...rows];
        }
      }
      const filled = Object.entries(given).filter(([, rows]) => rows.length > 0);
      expect(rebuilt).toEqual(Object.fromEntries(filled));
      expect(parts.map(({ last }) => last)).toEqual([...parts.slice(1).map(() => false), true]);
    }),
  );
});
