import { cpus, totalmem, type as systemType } from 'node:os';

/** A table for BENCHMARKS.md: names in the first column, figures in the others. */
export function table(head: readonly string[], rows: readonly string[][]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** When and on what a measurement was made. `how`: of what its figures are. */
export function madeOn(how: string): string {
  const processor = cpus()[0]?.model.trim() ?? 'unknown';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `Measured on ${new Date().toISOString().slice(0, 10)} on ${systemType()}, ${cpus().length} cores (${processor}), ${memory}; ${how}.`;
}
