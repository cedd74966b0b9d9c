import { styleText } from 'node:util';
import type { SiteName } from './expected.ts';
import { countOf, type Finding, type Verdict } from './verdict.ts';

const SITE_TITLES: Record<SiteName, string> = { gites: 'Gîtes des Collines', hotes: 'Espace des hôtes' };
const TYPE_WIDTH = 'unhandled_rejection'.length;
const MESSAGE_WIDTH = 56;

/** The tour's result for people: every captured error with its ticket, and the ticket's history below it. */
export function report({ findings }: Verdict, origins: Record<SiteName, string>): string {
  const sites: SiteName[] = ['gites', 'hotes'];
  return sites
    .flatMap((site) => [
      '',
      styleText('bold', `${SITE_TITLES[site]} (${origins[site]})`),
      ...findings.filter(({ expected }) => expected.site === site).flatMap(linesOf),
    ])
    .join('\n');
}

function linesOf(finding: Finding): string[] {
  const { expected, rows, ticket, history } = finding;
  const text = oneLine(rows[0]?.message ?? expected.message, MESSAGE_WIDTH);
  const count = `×${countOf(rows)}`.padStart(4);
  const line = `  ${expected.type.padEnd(TYPE_WIDTH)}  ${text.padEnd(MESSAGE_WIDTH)} ${count}  `;
  if (rows.length === 0) return [line + styleText('red', 'not captured')];
  if (!ticket) return [line + styleText('dim', 'counted, no ticket')];
  const { metadata, statut, priorite } = ticket;
  return [
    line + styleText('cyan', metadata.number) + `  ${statut}  ${priorite}`,
    ...history.map((entry) => {
      const time = entry.created_at.slice(11, 19);
      return styleText(
        'dim',
        `      ${time}  ${entry.action}  ${oneLine(entry.description, 70)}  (${entry.created_by})`,
      );
    }),
  ];
}

/** Captured text is hostile: control characters could move the cursor or recolour the terminal. */
export function oneLine(text: string, width: number): string {
  const plain = text.replaceAll(/\p{C}+/gu, ' ').trim();
  return plain.length > width ? `${plain.slice(0, width - 1)}…` : plain;
}
