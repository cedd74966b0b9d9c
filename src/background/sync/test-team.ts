import type { TeamTest } from '../../messages/team-requests.ts';
import { RemoteFailure } from '../../remote/failure.ts';
import type { TeamClient } from '../../remote/team-client.ts';

/** A clock that is further off is worth a word: what happened when would be told wrongly. In milliseconds. */
const CLOCK_OFF = 5 * 60_000;

const NOTHING = { email: null, role: null, missing: [], realtime: false, cron: false, skew_ms: 0 };

/** Tries the connection and says what is in the way, the first thing first. */
export async function testTeam(client: TeamClient, now: () => number): Promise<TeamTest> {
  try {
    const email = await client.signedInAs();
    const sent = now();
    const status = await client.status();
    const skew_ms = Math.round((sent + now()) / 2 - Date.parse(status.now));
    const { member, missing, realtime, cron } = status;
    const found = { detail: '', email, role: member?.role ?? null, missing, realtime, cron, skew_ms };
    if (missing.length > 0) return { ...found, problem: 'sql-missing', detail: missing.join(', ') };
    if (!member) return { ...found, problem: email === null ? 'signed-out' : status.refusal };
    return { ...found, problem: Math.abs(skew_ms) > CLOCK_OFF ? 'clock-off' : null };
  } catch (error) {
    if (!(error instanceof RemoteFailure)) throw error;
    return { ...NOTHING, problem: error.code, detail: error.detail };
  }
}
