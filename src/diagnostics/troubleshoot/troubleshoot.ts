import { settings as readSettings } from '../../storage/queries.ts';
import type { Speaker } from '../speaker.ts';
import type { Surroundings } from '../surroundings.ts';
import { closingCase } from './closing.ts';
import { finder, type CaseReport, type Finding } from './finding.ts';
import { mailsCase } from './mails.ts';
import { noiseCase } from './noise.ts';
import { tablesCase } from './tables.ts';
import { ticketsCase } from './tickets.ts';

/** The problems of the guide's chapter "Dépannage", in its order. */
const CASES = [ticketsCase, tablesCase, mailsCase, closingCase, noiseCase];

const SIGNS: Record<Finding['state'], string> = { ok: '✅', problem: '❌', info: 'ℹ️' };

/** Goes through every problem that the guide knows, checks each of its causes as things are now, and prints what to do. */
export async function troubleshoot(ports: Surroundings & { speaker: Speaker }): Promise<CaseReport[]> {
  const { db, speaker, printer } = ports;
  const { settings } = await readSettings(db);
  const reports: CaseReport[] = [];
  for (const known of CASES) {
    const problem = speaker.translator().t(known.title);
    printer.say(`🔧 ${problem}`);
    const findings = await known.check({ ...ports, settings }, finder(speaker));
    for (const { state, text } of findings) {
      const line = `   ${SIGNS[state]} ${text}`;
      if (state === 'problem') printer.warn(line);
      else printer.say(line);
    }
    reports.push({ problem, findings });
  }
  return reports;
}
