import { structuredPatch } from 'diff';

/** One line of a comparison. A number is null where the line is not in that version. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added' | 'gap';
  before: number | null;
  after: number | null;
  text: string;
}

/** Unchanged lines shown around a change. */
const CONTEXT = 3;
/** Changes beyond which comparing takes seconds; then the old text stands above the new one. */
const MAX_EDITS = 2_000;

/** What a correction changed, line by line, with both line numbers; `gap` stands for unchanged lines that are left out. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [withEnd(before), withEnd(after)];
  const patch = structuredPatch('', '', old, now, '', '', { context: CONTEXT, maxEditLength: MAX_EDITS });
  if (patch === undefined) return [...numbered(old, 'removed'), ...numbered(now, 'added')];
  if (patch.hunks.length === 0) return numbered(now, 'same');
  return patch.hunks.flatMap((hunk, index) => {
    const gap: DiffLine[] = index > 0 ? [{ kind: 'gap', before: null, after: null, text: '' }] : [];
    return [...gap, ...hunkLines(hunk.lines, hunk.oldStart, hunk.newStart)];
  });
}

/** Whether the last line ends with a line end is no change of the code. */
function withEnd(text: string): string {
  const unix = text.replaceAll('\r\n', '\n');
  return unix === '' || unix.endsWith('\n') ? unix : `${unix}\n`;
}

function hunkLines(lines: readonly string[], oldStart: number, newStart: number): DiffLine[] {
  let [old, now] = [oldStart, newStart];
  return lines.map((line) => {
    const text = line.slice(1);
    if (line.startsWith('-')) return { kind: 'removed', before: old++, after: null, text };
    if (line.startsWith('+')) return { kind: 'added', before: null, after: now++, text };
    return { kind: 'same', before: old++, after: now++, text };
  });
}

function numbered(text: string, kind: 'same' | 'removed' | 'added'): DiffLine[] {
  if (text === '') return [];
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, index) => ({
      kind,
      before: kind === 'added' ? null : index + 1,
      after: kind === 'removed' ? null : index + 1,
      text: line,
    }));
}
