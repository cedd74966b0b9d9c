import { Captured } from '../design/captured.tsx';

/** Where an error comes from: file (or endpoint) and line. */
export function Place({ source, line }: { source: string; line: number }) {
  if (source === '') return null;
  return (
    <code class="place">
      <Captured text={line > 0 ? `${source}:${String(line)}` : source} limit={160} />
    </code>
  );
}
