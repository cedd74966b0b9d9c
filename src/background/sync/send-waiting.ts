import { PROTOCOL, type PushAnswer, type Refusal } from '../../core/sync/protocol.ts';
import { RemoteFailure } from '../../remote/failure.ts';
import type { TeamClient } from '../../remote/team-client.ts';
import { acknowledge } from '../../storage/acknowledge.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import type { Install } from '../../storage/install.ts';
import { type Batch, batchOf, nextEntries } from '../../storage/next-batch.ts';
import type { OutboxRow } from '../../storage/local-rows.ts';

export interface SendPorts {
  db: VigieDatabase;
  client: Pick<TeamClient, 'push'>;
  install: Install;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Sends everything that waits, call by call. What is answered waits no longer; what fails rejects, and waits on. Killed between an answer
 * and its acknowledgement, the same is sent again, which changes nothing there.
 *
 * @returns how far this machine's clock is ahead of the server's, in milliseconds; null when nothing was sent.
 */
export async function sendWaiting(ports: SendPorts): Promise<number | null> {
  let skew: number | null = null;
  for (;;) {
    const entries = await nextEntries(ports.db);
    if (entries.length === 0) return skew;
    skew = (await sendEntries(ports, entries)) ?? skew;
  }
}

/** One call; when the server cannot read it, half of it, until the row that spoils it is alone. */
async function sendEntries(ports: SendPorts, entries: readonly OutboxRow[]): Promise<number | null> {
  const batch = await batchOf(ports.db, entries, ports.install);
  const outcome = await push(ports, batch);
  if ('answer' in outcome) {
    await acknowledge(ports.db, batch.entries, outcome.answer.refused, isoNow(ports));
    return outcome.skew;
  }
  const [only] = batch.entries;
  if (batch.entries.length === 1 && only) {
    await acknowledge(ports.db, batch.entries, [poison(only, outcome.unreadable)], isoNow(ports));
    return null;
  }
  const middle = Math.ceil(batch.entries.length / 2);
  // Whatever is left is taken by the next round.
  return sendEntries(ports, batch.entries.slice(0, middle));
}

type Pushed = { answer: PushAnswer; skew: number | null } | { unreadable: RemoteFailure };

async function push({ client, install, now }: SendPorts, { rows, epoch, entries }: Batch): Promise<Pushed> {
  if (Object.values(rows).every((list) => list.length === 0)) {
    return { answer: { now: '', refused: [] }, skew: null };
  }
  const sent = now();
  try {
    const answer = await client.push({
      protocol: PROTOCOL,
      install: install.install,
      epoch,
      sent_at: new Date(sent).toISOString(),
      ...rows,
    });
    return { answer, skew: Math.round((sent + now()) / 2 - Date.parse(answer.now)) };
  } catch (error) {
    if (error instanceof RemoteFailure && error.code === 'unreadable' && entries.length > 0)
      return { unreadable: error };
    throw error;
  }
}

function poison({ table, id }: OutboxRow, { detail }: RemoteFailure): Refusal {
  return { table, id, code: 'unreadable', detail };
}

function isoNow({ now }: SendPorts): string {
  return new Date(now()).toISOString();
}
