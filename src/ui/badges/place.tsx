import { UNKNOWN_SOURCE } from '../../core/signature/assemble.ts';
import { Captured } from '../design/captured.tsx';

/** In lists, the end of a long path is what tells one file from another. */
const LIST_LIMIT = 64;

/** Where an error comes from: file (or endpoint) and line. */
export function Place({ source, line }: { source: string; line: number }) {
  if (source === '' || source === UNKNOWN_SOURCE) return null;
  const place = line > 0 ? `${source}:${String(line)}` : source;
  return (
    <code class="place">
      <Captured text={place.length > LIST_LIMIT ? `…${place.slice(-LIST_LIMIT)}` : place} />
    </code>
  );
}
