import { expect, it } from 'vitest';
import type { Backup } from './backup.ts';
import { judgeTeam, teamReport } from './team-verdict.ts';

const ZOE = 'zoe@client.example';
const PAUL = 'paul@client.example';

function backup(statut: string, ...clients: string[]): Backup {
  return {
    cm_error_logs: [],
    cm_support_ticket_history: [],
    cm_support_tickets: [
      {
        id: 't',
        statut,
        priorite: 'haute',
        source: 'auto_detection',
        error_signature: 's',
        metadata: { project: 'p', number: 'V-7K3FQ2' },
      },
    ],
    cm_error_sightings: clients.map((client_email) => ({ signature: 's', project: 'p', client_email })),
  };
}

const nothing: Backup = { ...backup('ouvert'), cm_support_tickets: [] };

it('has no objection when both show the ticket in one state, with both clients', () => {
  const shared = backup('en_cours', ZOE, PAUL);
  expect(judgeTeam([shared, shared], ['t'], [ZOE, PAUL])).toEqual([]);
  expect(teamReport(shared, ['t'])).toContain(`V-7K3FQ2  en_cours  s`);
  expect(teamReport(shared, ['t'])).toContain(`${PAUL}, ${ZOE}`);
});

it.each<[string, [Backup, Backup], string[], string[]]>([
  ['a ticket is missing', [backup('ouvert'), nothing], [], ['only the first browser shows V-7K3FQ2 (ouvert)']],
  [
    'a ticket is in two states',
    [backup('ouvert'), backup('en_cours')],
    [],
    ['only the first browser shows V-7K3FQ2 (ouvert)', 'only the second browser shows V-7K3FQ2 (en_cours)'],
  ],
  [
    'a client is missing',
    [backup('ouvert', ZOE, PAUL), backup('ouvert', PAUL)],
    [ZOE, PAUL],
    [`the second browser does not know ${ZOE} as a client of t`],
  ],
])('objects when %s', (_what, both, clients, problems) => {
  expect(judgeTeam(both, ['t'], clients)).toEqual(problems);
});
