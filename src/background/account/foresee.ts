import type { Sender } from '../../messages/sender.ts';
import type { CaptureContext } from '../ingest/context.ts';
import { frameOf } from '../ingest/frame.ts';
import type { Readings } from './readings.ts';

export interface ForesightPorts {
  readings: Readings;
  context: () => Promise<CaptureContext>;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  onFailure: (where: string, error: unknown) => void;
}

/** Until a page that was just shown is read: its scripts need a moment to find out who is there. */
const DELAY_MS = 2_000;

/** Reads a page that was just shown while it is there: what it fails at in its last moment comes when it cannot be asked any more. */
export function createForesight({ readings, context, later, onFailure }: ForesightPorts): (sender: Sender) => void {
  async function read(sender: Sender): Promise<void> {
    try {
      const frame = frameOf(sender);
      if (frame !== null) await readings.of(frame, sender.documentId ?? '', await context());
    } catch (error) {
      onFailure('reading', error);
    }
  }
  return (sender) => later(() => void read(sender), DELAY_MS);
}
