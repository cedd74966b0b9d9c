import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { countBelow, countWithTicket } from '../../storage/guide-queries.ts';
import { setAsideTallies } from '../../storage/set-aside.ts';
import type { CasePorts, Finder, Finding, KnownCase } from './finding.ts';

const texts = troubleshootTexts.tickets;

/** Hosts named in one line. */
const NAMED = 5;

/** "Tickets non créés automatiquement": Realtime, threshold, an existing ticket; and what the guide could not know of. */
export const ticketsCase: KnownCase = {
  title: texts.title,
  async check(ports, find) {
    return [
      find.info(texts.realtime),
      await background(ports, find),
      await sites(ports, find),
      ...(await threshold(ports, find)),
      kinds(ports, find),
      await ignored(ports, find),
      await existing(ports, find),
    ];
  },
};

async function background({ send }: CasePorts, find: Finder): Promise<Finding> {
  try {
    await send({ type: 'system.status' });
    return find.ok(texts.background);
  } catch {
    return find.problem(texts.noBackground, { command: 'await diagAutoTicket.reinit()' });
  }
}

async function sites({ granted }: CasePorts, find: Finder): Promise<Finding> {
  const hosts = [...new Set((await granted()).flatMap((pattern) => /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? []))];
  if (hosts.length === 0) return find.problem(texts.noSites);
  const list = [...hosts.slice(0, NAMED), ...(hosts.length > NAMED ? ['…'] : [])].join(', ');
  return find.ok(texts.sites, { count: hosts.length, list });
}

async function threshold({ db, settings }: CasePorts, find: Finder): Promise<Finding[]> {
  const { threshold: needed } = settings.tickets;
  const set = 'autoTicketSystemInstance.config.autoCreateTicketThreshold = 1';
  const waiting = await countBelow(db, needed);
  return [
    needed > 1
      ? find.problem(texts.highThreshold, { threshold: needed, command: set })
      : find.ok(texts.threshold, { threshold: needed }),
    waiting > 0
      ? find.problem(texts.waiting, { count: waiting, command: "await diagAutoTicket.forceCreateTicket('error-uuid')" })
      : find.ok(texts.noneWaiting),
  ];
}

function kinds({ settings, speaker }: CasePorts, find: Finder): Finding {
  const { t, list } = speaker.translator();
  const { types } = settings.tickets;
  if (types.length === 0) return find.problem(texts.noTypes);
  return find.info(texts.types, { list: list(types.map((type) => t(vocabulary.errorType[type]))) });
}

async function ignored({ db }: CasePorts, find: Finder): Promise<Finding> {
  const tallies = Object.values((await setAsideTallies(db)).ignored);
  return find.info(texts.ignored, { count: tallies.reduce((sum, count) => sum + count, 0) });
}

async function existing({ db }: CasePorts, find: Finder): Promise<Finding> {
  const command = 'autoTicketSystemInstance.generateErrorSignature({ source, message, lineNumber })';
  return find.info(texts.existing, { count: await countWithTicket(db), command });
}
