import type { Sender } from '../../messages/sender.ts';
import type { CaptureContext } from '../ingest/context.ts';
import { frameOf } from '../ingest/frame.ts';
import type { PageFacts } from './page-facts.ts';
import type { Readings } from './readings.ts';

export interface ForesightPorts {
  readings: Readings;
  context: () => Promise<CaptureContext>;
  /** A page was read, or has nothing to be read. */
  onRead: (view: PageView, facts: PageFacts, context: CaptureContext) => Promise<void>;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  onFailure: (where: string, error: unknown) => void;
}

/** Who told that a page was shown, and when that was, in milliseconds since 1970. */
export interface PageView {
  sender: Sender;
  at: number;
}

/** Until a page that was just shown is read: its scripts need a moment to find out who is there. */
const DELAY_MS = 2_000;

/** Reads a page that was just shown while it is there: what it fails at in its last moment comes when it cannot be asked any more. */
export function createForesight({ readings, context, later, onRead, onFailure }: ForesightPorts) {
  async function read(view: PageView): Promise<void> {
    try {
      const frame = frameOf(view.sender);
      if (frame === null) return;
      const known = await context();
      await onRead(view, await readings.of(frame, view.sender.documentId ?? '', known), known);
    } catch (error) {
      onFailure('reading', error);
    }
  }
  return (view: PageView): void => later(() => void read(view), DELAY_MS);
}
