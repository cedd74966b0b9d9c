import { RemoteFailure } from '../../remote/failure.ts';
import type { TeamClient } from '../../remote/team-client.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import { isDiskFull } from '../../storage/disk-full.ts';
import type { Install } from '../../storage/install.ts';
import { joinStep } from '../../storage/joining.ts';
import { entriesOf } from '../../storage/outbox.ts';
import { finishRebuild } from '../../storage/rebuild.ts';
import { signAgain } from '../../storage/sign-again.ts';
import { noteSync, syncState, type SyncState } from '../../storage/sync-state.ts';
import { waitAfter } from './backoff.ts';
import { pullNews } from './pull-news.ts';
import { sendWaiting } from './send-waiting.ts';

export interface ExchangePorts {
  db: VigieDatabase;
  client: TeamClient;
  install: () => Promise<Install>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  newId: () => string;
  onNewEpoch: () => void;
  /** Told of everything of ours that failed. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

/** How often the database is asked to close what is quiet, where it does not do so by itself; milliseconds. */
const CLOSING_EVERY = 5 * 60_000;

/**
 * One exchange: what was here before the team is brought to it, what waits is sent, what is new is taken. Every step leaves a state from
 * which the next worker goes on. Never rejects: what is in the way is noted, with the moment before which there is no other attempt.
 */
export async function exchange(ports: ExchangePorts): Promise<void> {
  const { db } = ports;
  try {
    const skew = await exchangeAll(ports);
    const synced_at = isoNow(ports);
    const done = { synced_at, problem: null, failures: 0, not_before: 0 };
    await noteSync(db, skew === null ? done : { ...done, skew_ms: skew });
  } catch (error) {
    await noteFailure(ports, error).catch((worse: unknown) => ports.onFailure('sync', worse));
  }
}

async function exchangeAll(ports: ExchangePorts): Promise<number | null> {
  const { db } = ports;
  let skew: number | null = null;
  do {
    await bringHistory(ports);
    // Commands are meant for the database that their author saw: whether it still is that one is known before they go.
    if ((await entriesOf(db, 'cm_commands', 1)).length > 0) await pull(ports);
    await bringHistory(ports);
    skew = (await sendWaiting({ ...ports, install: await ports.install() })) ?? skew;
    await closeQuiet(ports);
    await pull(ports);
    await finishRebuild(db);
    await signAgain(db);
    // After a reset everything is brought once more.
  } while (await joinStep(db, await ports.install()));
  return skew;
}

async function bringHistory({ db, install }: ExchangePorts): Promise<void> {
  const own = await install();
  while (await joinStep(db, own));
}

async function pull(ports: ExchangePorts): Promise<void> {
  await pullNews({ ...ports, install: await ports.install() });
}

/** Where the database has no clock of its own, its members are one. */
async function closeQuiet({ db, client, now }: ExchangePorts): Promise<void> {
  const { cron, closed_at } = await syncState(db);
  if (cron !== false || Math.abs(now() - closed_at) < CLOSING_EVERY) return;
  await client.closeQuietTickets();
  await noteSync(db, { closed_at: now() });
}

async function noteFailure(ports: ExchangePorts, error: unknown): Promise<void> {
  const failure = error instanceof RemoteFailure ? error : null;
  if (!failure) ports.onFailure('sync', error);
  const { failures } = await syncState(ports.db);
  const wait = waitAfter(failures + 1, failure?.retryAfter ?? null, ports.random());
  const change: Partial<SyncState> = {
    problem: { code: failure?.code ?? ownCode(error), detail: failure?.detail ?? nameOf(error), at: isoNow(ports) },
    failures: failures + 1,
    not_before: ports.now() + wait,
  };
  await noteSync(ports.db, change);
}

function ownCode(error: unknown): string {
  return isDiskFull(error) ? 'storage-full' : 'internal';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : '';
}

function isoNow({ now }: ExchangePorts): string {
  return new Date(now()).toISOString();
}
