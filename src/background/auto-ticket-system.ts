import { projectOf } from '../core/project.ts';
import type { PlainError } from '../core/signature/plain-error.ts';
import { MessageError } from '../messages/message-error.ts';
import type { ResponseOf } from '../messages/protocol.ts';
import type { Handlers } from '../messages/router.ts';
import { ticketOfError } from '../storage/counted-error.ts';
import { groupOf } from '../storage/queries.ts';
import { derive } from './ingest/derive.ts';
import type { StoringPorts } from './ingest/storing.ts';
import { parseRecord } from './ingest/record.ts';
import { takenOut } from './network/seen.ts';
import { removeSelfTest, runSelfTest, type SelfTestPorts } from './self-test.ts';

export interface AutoTicketSystemPorts extends StoringPorts, Pick<SelfTestPorts, 'db' | 'newId' | 'visit' | 'sweep'> {
  /** Does again what a start of the worker does, and counts everything anew. */
  reinit: () => Promise<void>;
}

/** The guide's AutoTicketSystem as far as it is not the commands of tickets or their monitoring. */
export interface AutoTicketSystem {
  handlers: Pick<Handlers, 'system.status' | 'system.error' | 'system.ticket' | 'system.reinit' | 'system.test'>;
  /** To be called at every start of the worker. */
  woke(): Promise<void>;
}

export function createAutoTicketSystem(ports: AutoTicketSystemPorts): AutoTicketSystem {
  const { db, serial } = ports;
  return {
    handlers: {
      // That it answers is the answer.
      'system.status': async () => null,
      'system.error': ({ id, error }) => serial.run(() => storeTold(ports, id, error)),
      async 'system.ticket'({ error }) {
        const { settings } = await ports.context();
        const made = await ticketOfError(db, error, settings.tickets, new Date(ports.now()).toISOString());
        if (!made) throw new MessageError('unknown-error', error.slice(0, 64));
        return made;
      },
      async 'system.reinit'() {
        await ports.reinit();
        return null;
      },
      // Nothing else is stored meanwhile, so that the test counts its own occurrences alone.
      'system.test': () => serial.run(async () => ({ steps: await runSelfTest(ports) })),
    },
    async woke() {
      // What a test left that was killed half-way; in the queue, since one may be asked for already.
      await serial.run(() => removeSelfTest(db));
    },
  };
}

/** No page was looked into. */
const UNREAD = { client: null, release: null };

/** Page of an error that somebody tells of without saying where it happened. */
const NOWHERE = 'about:console';

/** Stores an error as somebody wrote it down like one that was captured, with all that follows from it. */
async function storeTold(
  ports: AutoTicketSystemPorts,
  id: string,
  error: PlainError,
): Promise<ResponseOf<'system.error'>> {
  const context = await ports.context();
  const now = ports.now();
  const at = new Date(now).toISOString();
  const { url, error_type: kind, ...told } = error;
  const parsed = parseRecord({ id, timestamp: at, kind, ...told, count: 1, suppressed: 0, age: 0 });
  if ('reason' in parsed) throw new MessageError('malformed', parsed.reason);
  const page = url === '' ? NOWHERE : url;
  const project = projectOf(page, context.sites, at);
  const frame = { tab: -1, frame_id: 0, url: page, origin: '', top_url: '', top_origin: '' };
  const { site } = project;
  const derived = derive(parsed.record, { frame, title: '', site, page: UNREAD, browser: ports.browser, context, now });
  if ('ignoredBy' in derived) {
    await ports.countSetAside([takenOut(id, derived.ignoredBy, 1)]);
    return { ticket: null, ignored_by: derived.ignoredBy };
  }
  const item = { row: derived.row, site, tab: null, origin: '' };
  const { refused } = await ports.apply([item], context, at);
  if (refused[0]) throw new MessageError('malformed', refused[0].reason);
  await ports.onStored([item]);
  const group = await groupOf(ports.db, project.id, derived.row.metadata.signature);
  return { ticket: group?.ticket ?? null, ignored_by: null };
}
