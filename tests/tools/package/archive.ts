import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Contents of files by name; names have forward slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Stands in every entry: the earliest day that an archive can name, in the clock of whatever place. */
const MTIME = new Date(1980, 0, 1);

/** A plain file that everybody may read, as Unix says it. */
const UNIX = { os: 3, attrs: 0o100644 << 16 } as const;

/** One zip archive: the same bytes for the same files, in whatever order, place and time it is made. */
export function archive(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].toSorted()) {
    entries[name] = [files.get(name) ?? new Uint8Array(), { level: 9, mtime: MTIME, ...UNIX }];
  }
  return zipSync(entries);
}

/** Everything below a folder. */
export function filesIn(folder: string): Files {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return readFiles(
    folder,
    found.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')),
  );
}

export function readFiles(folder: string, names: readonly string[]): Files {
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}
