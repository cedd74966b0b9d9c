import type { Rate } from './rate-limit.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';
import type { Readings } from '../account/readings.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import type { BrowserFacts } from './browser-facts.ts';
import type { Serial } from '../serial.ts';
import type { CaptureContext } from './context.ts';
import type { Applied } from '../../storage/apply.ts';

/** What it takes to store occurrences, whoever told of them. */
export interface StoringPorts {
  /** Shared with whatever must not overtake a batch. */
  serial: Serial;
  context: () => Promise<CaptureContext>;
  /** One transaction, durable when it resolves. `now` is ISO 8601. */
  apply: (items: readonly NewOccurrence[], context: CaptureContext, now: string) => Promise<Applied>;
  countSetAside: (list: readonly SetAside[]) => Promise<void>;
  browser: BrowserFacts;
  rate: Rate;
  readings: Readings;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Told what a batch brought, before the receipt goes out; when it rejects, the batch will be delivered again. */
  onStored: (items: readonly NewOccurrence[]) => Promise<void>;
  /** Told of every record that should not have been refused. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}
