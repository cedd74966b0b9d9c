import type { SendingPorts } from './attempt.ts';
import { TeamFailure } from './team-call.ts';
import type { Settled, TeamSource } from './team-source.ts';

/** In one call. */
const MOST = 100;
/** Told at once; fewer wait a moment for others, in milliseconds: a call costs as much as some messages. */
const ENOUGH = 10;
const MOMENT_MS = 20;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
/** Of calls, once the service is to stop. */
const LAST_FAILURES = 3;

/** What became of one message. When the lease is over, in milliseconds since 1970, another service may have it. */
export interface Told extends Settled {
  leaseUntil: number;
}

export interface TeamSettlerPorts extends Pick<SendingPorts, 'now' | 'later' | 'onBroken'> {
  source: Pick<TeamSource, 'settle'>;
  /** `older`: see `TeamSource.settle`. */
  onAnswered: (older: TeamFailure | null) => void;
  /** A call has ended, whatever came of it. */
  onTold: () => void;
}

/**
 * Tells the team what became of its messages: what came together while a call was under way goes with the next one, and what could not be
 * told is told again, so that a message that was sent is not sent once more because Supabase was away.
 */
export class TeamSettler {
  private readonly ports: TeamSettlerPorts;
  private readonly untold = new Map<string, Told>();
  private telling: Promise<void> | null = null;
  private cancel: (() => void) | null = null;
  private failures = 0;
  private failuresLeft = Number.POSITIVE_INFINITY;
  private stopped = false;

  constructor(ports: TeamSettlerPorts) {
    this.ports = ports;
  }

  settle(results: readonly Told[]): void {
    for (const one of results) this.untold.set(one.id, one);
    this.goOn();
  }

  /** How many the team does not know yet. */
  get waiting(): number {
    return this.untold.size;
  }

  /** Whether the last call failed: nobody should begin what cannot be settled. */
  get isFailing(): boolean {
    return this.failures > 0;
  }

  /** Tells the rest; gives it up after a few failures. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancel?.();
    this.failuresLeft = LAST_FAILURES;
    await this.telling;
    while (this.untold.size > 0 && this.failuresLeft > 0) {
      if (this.isFailing) await new Promise<void>((resolve) => void this.ports.later(resolve, this.pause()));
      await this.tell(this.nextOnes());
    }
  }

  private goOn(): void {
    if (this.stopped || this.telling !== null || this.untold.size === 0) return;
    if (!this.isFailing && this.untold.size >= ENOUGH) this.begin();
    else this.cancel ??= this.ports.later(() => this.begin(), this.isFailing ? this.pause() : MOMENT_MS);
  }

  private begin(): void {
    this.cancel?.();
    this.cancel = null;
    this.telling = this.tell(this.nextOnes()).finally(() => {
      this.telling = null;
      this.goOn();
      this.ports.onTold();
    });
  }

  private pause(): number {
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.failures - 1));
  }

  private nextOnes(): Told[] {
    // Another service has it: when it is to be tried again is that one's to say.
    for (const [id, { outcome, leaseUntil }] of this.untold)
      if (outcome.status === 'due' && leaseUntil <= this.ports.now()) this.untold.delete(id);
    return [...this.untold.values()].slice(0, MOST);
  }

  private async tell(batch: readonly Told[]): Promise<void> {
    try {
      const older = await this.ports.source.settle(batch.map(({ id, outcome }) => ({ id, outcome })));
      this.failures = 0;
      this.forget(batch);
      this.ports.onAnswered(older);
    } catch (error) {
      await this.failed(batch, error);
    }
  }

  private async failed(batch: readonly Told[], error: unknown): Promise<void> {
    if (!isRefusal(error)) {
      this.failures += 1;
      this.failuresLeft -= 1;
    } else if (batch.length > 1) {
      // One that cannot be settled must not keep the others from it.
      return this.tellEach(batch);
    } else {
      // Its lease ends, and it is sent again under the same Message-ID.
      this.failures = 0;
      this.forget(batch);
    }
    this.ports.onBroken(error);
  }

  private async tellEach(batch: readonly Told[]): Promise<void> {
    for (const one of batch) {
      await this.tell([one]);
      if (this.isFailing) return;
    }
  }

  private forget(batch: readonly Told[]): void {
    for (const one of batch) if (this.untold.get(one.id) === one) this.untold.delete(one.id);
  }
}

/** Supabase answers, and will answer the same to the same. */
function isRefusal(error: unknown): boolean {
  return error instanceof TeamFailure && error.cause === 'team-other';
}
