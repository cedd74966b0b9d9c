import { troubleshootTexts } from '../../platform/texts/troubleshoot.ts';
import { sweptStatuses } from '../../core/sweep.ts';
import { countOverdue, countUnwatched, watchedTickets } from '../../storage/guide-queries.ts';
import type { KnownCase } from './finding.ts';

const texts = troubleshootTexts.closing;

/** A sweep comes every five minutes; what is due for longer was passed over. In milliseconds. */
const LATE = 900_000;

const INSTANCE = 'autoTicketSystemInstance';

/** "Auto-close ne fonctionne pas". */
export const closingCase: KnownCase = {
  title: texts.title,
  async check({ db, settings, alarms, now }, find) {
    const active = (await watchedTickets(db)).length;
    const unwatched = await countUnwatched(db);
    const before = new Date(now() - LATE).toISOString();
    const overdue = await countOverdue(db, sweptStatuses(settings.tickets), before);
    return [
      (await alarms()).length > 0
        ? find.ok(texts.alarm)
        : find.problem(texts.noAlarm, { command: 'await diagAutoTicket.reinit()' }),
      find.info(texts.active, { count: active, command: `${INSTANCE}.activeTickets` }),
      unwatched > 0
        ? find.problem(texts.unwatched, { count: unwatched, command: `await ${INSTANCE}.resumeActiveTickets()` })
        : find.ok(texts.allWatched),
      overdue > 0
        ? find.problem(texts.overdue, { count: overdue, command: `await ${INSTANCE}.init()` })
        : find.ok(texts.noneOverdue),
    ];
  },
};
