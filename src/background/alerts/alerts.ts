import type { Alerts as Told } from '../../core/alerts.ts';
import type { Settings } from '../../core/settings.ts';
import { createTranslator, resolveLanguage } from '../../platform/i18n.ts';
import { alertTexts as texts } from '../../platform/texts/alerts.ts';
import { alertsShown, awaitsTelling, followAlerts, takeAlerts } from '../../storage/alerts.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import type { AlertPort } from './alert-port.ts';

/** Tells whoever uses the browser of new tickets and of errors that are back, if they want that. */
export interface Alerts {
  /** There may be something to tell. Never rejects; one after another. */
  tell: () => Promise<void>;
  /** Somebody clicked it. Answers with the screen that it is about. */
  clicked: () => Promise<string>;
}

/** What it needs of its surroundings. */
export interface AlertPorts {
  db: VigieDatabase;
  alert: AlertPort;
  settings: () => Promise<Settings>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The language of the browser's own menus. */
  language: () => string;
  onFailure: (where: string, error: unknown) => void;
}

const NOTHING: Settings['alerts'] = { created: false, reopened: false };

export function createAlerts({ db, alert, settings, now, language, onFailure }: AlertPorts): Alerts {
  let last: Promise<void> = Promise.resolve();

  async function tellOnce(): Promise<void> {
    if (!(await awaitsTelling(db))) return;
    const { alerts: wanted, language: chosen } = await settings();
    const allowed = await alert.allowed();
    const alerts = await takeAlerts(db, allowed ? wanted : NOTHING, new Date(now()).toISOString());
    if (!allowed || alerts?.due !== true) return;
    const { title, message } = await wordsOf(db, alerts, chosen, language());
    await alert.show(title, message);
    await alertsShown(db, alerts);
  }

  return {
    tell() {
      last = last.then(tellOnce).catch((error: unknown) => onFailure('alerts', error));
      return last;
    },
    async clicked() {
      const told = await followAlerts(db);
      await alert.clear();
      return told?.ticket ? `#/tickets/${told.ticket}` : '#/tickets';
    },
  };
}

/** Nothing that a page said: it would stand on the screen for whoever looks at it. */
async function wordsOf(
  db: VigieDatabase,
  { ticket: id, created, reopened }: Told,
  chosen: Settings['language'],
  own: string,
): Promise<{ title: string; message: string }> {
  const { t } = createTranslator(resolveLanguage(chosen, own), [own]);
  const ticket = id === null ? undefined : await db.cm_support_tickets.get(id);
  if (!ticket) return { title: t(texts.several, { created, reopened }), message: t(texts.see) };
  const { number, project } = ticket.metadata;
  const site = await db.cm_sites.get(project ?? '');
  return {
    title: t(created === 1 ? texts.created : texts.reopened, { number }),
    message: site === undefined ? t(texts.see) : t(texts.site, { site: site.name }),
  };
}
