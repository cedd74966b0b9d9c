import { MessageError } from '../messages/message-error.ts';
import { mergeFailure, type OwnFailure } from '../storage/own-failures.ts';

/** Keeps our own failures until they are written down. Neither method throws or rejects. */
export interface FailureLog {
  note(where: string, error: unknown): void;
  /** Writes what was noted; what cannot be written now, since the database itself may be what fails, is kept for the next time. */
  flush(): Promise<void>;
}

export interface FailureLogPorts {
  write: (failures: OwnFailure[]) => Promise<void>;
  now: () => number;
}

const DETAIL_LENGTH = 300;

export function createFailureLog({ write, now }: FailureLogPorts): FailureLog {
  let noted: OwnFailure[] = [];

  function keep(failure: OwnFailure): void {
    noted = mergeFailure(noted, failure);
  }

  return {
    note(where, error) {
      const at = new Date(now()).toISOString();
      keep({ where, ...describe(error), count: 1, first_at: at, last_at: at });
    },
    async flush() {
      const writing = noted;
      if (writing.length === 0) return;
      noted = [];
      try {
        await write(writing.toReversed());
      } catch (error) {
        const meanwhile = noted;
        noted = writing;
        for (const failure of meanwhile.toReversed()) keep(failure);
        this.note('failure-log', error);
      }
    },
  };
}

function describe(error: unknown): { code: string; detail: string } {
  if (!(error instanceof Error)) return { code: typeof error, detail: '' };
  if (error instanceof MessageError) return { code: error.code, detail: error.detail.slice(0, DETAIL_LENGTH) };
  return { code: error.name, detail: error.message.slice(0, DETAIL_LENGTH) };
}
