import { CircleDot } from 'lucide-preact';
import { SYSTEM_AUTHOR } from '../../../core/history.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES, type HistoryRow } from '../../../core/rows.ts';
import type { Text, Translator } from '../../../platform/i18n.ts';
import { historyTexts } from '../../../platform/texts/history.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { oneLine } from '../../design/visible-text.ts';
import { HISTORY_LOOKS, type KnownAction, type Look } from './history-looks.ts';

/** How one line of the history reads. */
export interface HistoryEntry extends Look {
  title: string;
  /** The person's words, or the bare fact that the system noted; `captured` when it is text of a page. */
  detail: string;
  bySystem: boolean;
}

/** The sentence of a history row comes from its action, in the reader's language; actions of other makers keep their name. */
export function historyEntry(row: HistoryRow, translator: Translator): HistoryEntry {
  const { t } = translator;
  const bySystem = row.created_by === SYSTEM_AUTHOR;
  const detail = bySystem ? systemDetail(row, translator) : personDetail(row, translator);
  if (!isKnown(row.action)) {
    const title = t(historyTexts.other, { action: oneLine(row.action, 80) });
    return { icon: CircleDot, tone: 'neutral', title, detail, bySystem };
  }
  return { ...HISTORY_LOOKS[row.action], title: t(titleOf(row.action, bySystem)), detail, bySystem };
}

/** A time as the rows hold it. */
const ISO = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/u;

function isKnown(action: string): action is KnownAction {
  return Object.hasOwn(historyTexts.action, action);
}

/** Some actions are another thing when the system did them by itself. */
function titleOf(action: KnownAction, bySystem: boolean): Text {
  const own: Partial<Record<KnownAction, Text>> = (bySystem ? historyTexts.bySystem : historyTexts.byPerson).action;
  return own[action] ?? historyTexts.action[action];
}

/** The bare fact that the system noted, with what it is: a time, a release; or as it stands (a signature, an address). */
function systemDetail({ action, description }: HistoryRow, { t, dateTime }: Translator): string {
  const known: Partial<Record<string, Text>> = historyTexts.detail.action;
  const text = Object.hasOwn(known, action) ? known[action] : undefined;
  if (text === undefined || description === '') return description;
  return t(text, { fact: ISO.test(description) ? dateTime(description) : description });
}

/** What changed is written as the rows hold it, "ouvert → en_cours", before the person's own words. */
const CHANGE = /^(\w+) → (\w+)(?!\w)/u;

function personDetail({ action, description }: HistoryRow, { t, dateTime }: Translator): string {
  if (action === 'snoozed') return description.replace(ISO, dateTime);
  const names = action === 'priority' ? PRIORITY_NAMES : STATUS_NAMES;
  return description.replace(CHANGE, (whole, from: string, to: string) => {
    const [before, after] = [names.get(from), names.get(to)];
    return before && after ? t(historyTexts.change, { from: t(before), to: t(after) }) : whole;
  });
}

const STATUS_NAMES = new Map<string, Text>(TICKET_STATUSES.map((status) => [status, vocabulary.status[status]]));
const PRIORITY_NAMES = new Map<string, Text>(
  TICKET_PRIORITIES.map((priority) => [priority, vocabulary.priority[priority]]),
);
