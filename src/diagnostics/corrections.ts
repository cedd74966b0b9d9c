import * as v from 'valibot';
import type { CorrectionRow } from '../core/rows.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { storedError } from './lookup.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** What the guide's `logCorrection` takes beside the error. */
const CORRECTION = v.object({
  filePath: v.string(),
  oldCode: v.string(),
  newCode: v.string(),
  description: v.string(),
  testStatus: v.exactOptional(v.string()),
  testResults: v.exactOptional(v.unknown()),
  appliedBy: v.exactOptional(v.string()),
  /** Whether the correction also resolves the error and its ticket. */
  resolves: v.exactOptional(v.boolean()),
});

type Correction = v.InferOutput<typeof CORRECTION>;

/** The shape as one types it; for the sentence that refuses another. */
const SHAPE = '{ errorId, filePath, oldCode, newCode, description }';

interface CorrectionPorts extends Pick<Surroundings, 'db' | 'send' | 'newId'> {
  speaker: Speaker;
}

export interface CorrectionCommands {
  /** Notes what was changed to fix an error. */
  logCorrection(errorId: string, correction: Correction): Promise<CorrectionRow | undefined>;
  /** Notes several, each with its `errorId`: all of them, or none when one of them is wrong. */
  logAllCorrections(corrections: readonly (Correction & { errorId: string })[]): Promise<CorrectionRow[]>;
}

export function createCorrectionCommands(ports: CorrectionPorts): CorrectionCommands {
  const { db, send, newId, speaker } = ports;

  async function checked(given: unknown) {
    const result = v.safeParse(v.object({ errorId: v.string(), ...CORRECTION.entries }), given);
    if (!result.success) throw speaker.refusal(consoleTexts.refused.correction, { shape: SHAPE });
    const { errorId, ...correction } = result.output;
    const error = await storedError(db, errorId);
    if (!error) throw speaker.refusal(consoleTexts.refused.noError, { id: named(errorId) });
    return { id: newId(), errorId: error.id, ...correction };
  }

  async function logAllCorrections(given: unknown): Promise<CorrectionRow[]> {
    if (!Array.isArray(given)) throw speaker.refusal(consoleTexts.refused.correction, { shape: `[${SHAPE}]` });
    const corrections = await Promise.all(given.map(checked));
    const { rows } = await send({ type: 'corrections.log', corrections });
    speaker.say(consoleTexts.correction.logged, { count: rows.length });
    return rows;
  }

  return {
    logAllCorrections,
    logCorrection: async (errorId, correction) => (await logAllCorrections([{ ...correction, errorId }]))[0],
  };
}
