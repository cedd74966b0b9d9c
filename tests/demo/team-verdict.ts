import type { Backup } from './backup.ts';
import { oneLine } from './report.ts';

/**
 * Compares what two browsers of one team show: the same tickets in the same state, and in both of them these clients of each of these
 * tickets.
 *
 * @param common ids of tickets.
 * @param clients addresses.
 */
export function judgeTeam(
  [one, other]: readonly [Backup, Backup],
  common: readonly string[],
  clients: readonly string[],
): string[] {
  return [
    ...lacking(one, other).map((ticket) => `only the first browser shows ${ticket}`),
    ...lacking(other, one).map((ticket) => `only the second browser shows ${ticket}`),
    ...[one, other].flatMap((backup, index) => {
      const name = index === 0 ? 'first' : 'second';
      return common.flatMap((ticket) => {
        const known = clientsOf(backup, ticket);
        const missing = clients.filter((client) => !known.includes(client));
        return missing.map((client) => `the ${name} browser does not know ${client} as a client of ${ticket}`);
      });
    }),
  ];
}

function lacking(backup: Backup, other: Backup): string[] {
  const there = new Set(statesOf(other));
  return statesOf(backup).filter((state) => !there.has(state));
}

function statesOf({ cm_support_tickets }: Backup): string[] {
  return cm_support_tickets.map(({ metadata, statut }) => `${metadata.number} (${statut})`);
}

/** Everybody who was seen with the error of an automatic ticket. */
function clientsOf({ cm_support_tickets, cm_error_sightings }: Backup, id: string): string[] {
  const ticket = cm_support_tickets.find((one) => one.id === id);
  return cm_error_sightings
    .filter(({ signature, project }) => signature === ticket?.error_signature && project === ticket.metadata.project)
    .flatMap(({ client_email }) => client_email ?? []);
}

/** The tickets that both browsers have a part in, for people. */
export function teamReport(backup: Backup, common: readonly string[]): string {
  return backup.cm_support_tickets
    .filter(({ id }) => common.includes(id))
    .map(({ id, statut, metadata, error_signature }) => {
      const clients = [...new Set(clientsOf(backup, id))].toSorted().join(', ');
      return `  ${metadata.number}  ${statut.padEnd('en_cours'.length)}  ${oneLine(error_signature ?? '', 56).padEnd(56)}  ${clients}`;
    })
    .join('\n');
}
