import * as v from 'valibot';
import { CAPTURE_SCRIPTS, type CapturePort, UNOBTRUSIVE_SCRIPT } from './capture-port.ts';

const KEPT = v.array(
  v.object({
    id: v.picklist([...CAPTURE_SCRIPTS, UNOBTRUSIVE_SCRIPT].map(({ id }) => id)),
    matches: v.pipe(v.array(v.string()), v.nonEmpty()),
    excludeMatches: v.array(v.string()),
  }),
);

/**
 * Registers again what was registered before a browser dropped it, as they do when the extension is updated: pages that are opened with the
 * browser do not wait until the database is read. What changed meanwhile `reconcile` puts right; where a grant is gone nothing runs.
 */
export async function restore(port: CapturePort): Promise<void> {
  const [present, stored] = await Promise.all([port.registered(), port.kept()]);
  const kept = v.safeParse(KEPT, stored);
  if (present.length === 0 && kept.success && kept.output.length > 0) await port.register(kept.output);
}
