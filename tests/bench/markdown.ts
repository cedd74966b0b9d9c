/** A table for BENCHMARKS.md: names in the first column, figures in the others. */
export function table(head: readonly string[], rows: readonly string[][]): string {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
