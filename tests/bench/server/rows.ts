import { occurrence, uuid } from '../../core/samples.ts';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import type { SightingRow } from '../../../src/core/signature-rows.ts';
import { sightingId } from '../../../src/core/sighting.ts';

/** Errors that the team knows. */
const SIGNATURES = 200;

const FRAMES = Array.from({ length: 8 }, (_, line) => `    at step${line} (https://shop.example/js/cart.js:${line}:5)`);

/** What a browser sends: rows of about a kilobyte, each of one of the known errors, and its own tallies of them. */
export class Reporter {
  readonly install: string;
  private readonly tallies = new Map<string, SightingRow>();
  private readonly number: number;
  private state: number;

  constructor(number: number) {
    this.number = number;
    this.state = number + 1;
    this.install = uuid(70_000 + number);
  }

  /** So many occurrences of now, each new, of at most `variety` errors. */
  errors(count: number, variety: number): ErrorLogRow[] {
    const timestamp = new Date().toISOString();
    const first = Math.floor(SIGNATURES * this.chance());
    return Array.from({ length: count }, () => this.error(first + Math.floor(variety * this.chance()), timestamp));
  }

  /** The same as `cm_push` takes them. */
  batch(count: number, variety: number): object {
    return this.tallied(this.errors(count, variety));
  }

  /** One occurrence of each error that the team knows, as `cm_push` takes them. */
  firstBatches(): object[] {
    const timestamp = new Date().toISOString();
    const errors = Array.from({ length: SIGNATURES }, (_, signature) => this.error(signature, timestamp));
    return [errors.slice(0, SIGNATURES / 2), errors.slice(SIGNATURES / 2)].map((half) => this.tallied(half));
  }

  private tallied(errors: ErrorLogRow[]): object {
    const sightings = new Map(errors.map((error) => this.counted(error)).map((tally) => [tally.id, tally]));
    const sent_at = new Date().toISOString();
    return { protocol: 1, install: this.install, epoch: 1, sent_at, errors, sightings: [...sightings.values()] };
  }

  private error(signature: number, timestamp: string): ErrorLogRow {
    const message = `Uncaught TypeError: total${signature % SIGNATURES} is not a function`;
    return {
      ...occurrence(0, {
        message,
        timestamp,
        stack_trace: [message, ...FRAMES].join('\n'),
        metadata: { client_id: uuid(90_000 + this.number), client_email: `client${this.number}@example.com` },
      }),
      id: crypto.randomUUID(),
    };
  }

  private counted({ metadata, timestamp }: ErrorLogRow): SightingRow {
    const { project, signature, client_id, client_email } = metadata;
    const key = { install: this.install, epoch: 1, project, signature, client_id, client_email };
    const id = sightingId(key);
    const before = this.tallies.get(id);
    const first_seen = before?.first_seen ?? timestamp;
    const tally = { id, ...key, count: (before?.count ?? 0) + 1, first_seen, last_seen: timestamp };
    this.tallies.set(id, tally);
    return tally;
  }

  /** A number from 0 to below 1, the same ones at every run. */
  private chance(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.state / 2 ** 32;
  }
}
