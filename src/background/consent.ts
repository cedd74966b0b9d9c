import { withDecision } from '../core/consent.ts';
import { coversPattern } from '../core/grants.ts';
import type { ReceivedBatch } from '../messages/requests.ts';
import type { Handlers } from '../messages/router.ts';
import { changeConsent } from '../storage/consent.ts';
import type { VigieDatabase } from '../storage/database.ts';
import type { CaptureContext } from './ingest/context.ts';
import { recordId } from './ingest/record.ts';
import { mayRun } from './sites/patterns.ts';
import type { Sites } from './sites/sites.ts';

export interface ConsentPorts {
  db: VigieDatabase;
  /** Milliseconds since 1970. */
  now: () => number;
  context: () => Promise<CaptureContext>;
  /** Opens the page that asks for consent, in front. */
  welcome: () => Promise<void>;
  sites: Pick<Sites, 'installed'>;
  /** What capture works with is out of date. */
  onChanged: () => void;
}

type FromPages = Pick<Handlers, 'capture.batch' | 'capture.page'>;

export interface ConsentGate {
  handlers: Pick<Handlers, 'consent.set'>;
  /** Lets pages speak once capture is agreed to. Before, their relays are told that all is done: they forget, and nothing is kept. */
  gate(handlers: FromPages): FromPages;
  events: {
    /** After an installation (`first`), which asks for what is missing, or an update. */
    installed(first: boolean): Promise<void>;
    /** A policy may agree, or no longer. */
    policyChanged(): Promise<void>;
  };
}

/** The door in front of what pages tell. What the browser tells of their requests is judged in `network/network.ts`. */
export function createConsent({ db, now, context, welcome, sites, onChanged }: ConsentPorts): ConsentGate {
  const agreed = async () => (await context()).agreed;
  return {
    handlers: {
      async 'consent.set'({ scope, agreed: decision }) {
        const at = new Date(now()).toISOString();
        await changeConsent(db, (before) => withDecision(before, scope, decision, at));
        onChanged();
        await sites.installed();
        return null;
      },
    },
    gate: (handlers) => ({
      async 'capture.batch'(batch, sender) {
        const known = await context();
        if (!known.agreed) return forgotten(batch);
        const records = batch.records.filter((record) => !isEarlier(record, known.notBefore));
        if (records.length === batch.records.length) return handlers['capture.batch'](batch, sender);
        await handlers['capture.batch']({ ...batch, records }, sender);
        return forgotten(batch);
      },
      'capture.page': async (shown, sender) => ((await agreed()) ? handlers['capture.page'](shown, sender) : null),
    }),
    events: {
      async installed(first) {
        const asked = first && asksPerson(await context());
        // One does not wait for the other: that no page can be opened must not keep the scripts out.
        await Promise.all([sites.installed(), asked && welcome()]);
      },
      async policyChanged() {
        onChanged();
        await sites.installed();
      },
    },
  };
}

/** Whether a record, unread yet, tells of what happened before: relays may deliver late. */
function isEarlier(record: unknown, notBefore = ''): boolean {
  if (typeof record !== 'object' || record === null || !('timestamp' in record)) return false;
  return typeof record.timestamp === 'string' && record.timestamp < notBefore;
}

function forgotten({ records }: ReceivedBatch): { done: string[] } {
  return { done: records.map(recordId).filter((id) => id !== '') };
}

/** Whether something is missing that browsers let a person alone give: consent, or the grant of a site that a policy names. */
function asksPerson({ agreed, sites, granted }: CaptureContext): boolean {
  return !agreed || sites.some((site) => mayRun(site) && !site.patterns.some((one) => coversPattern(one, granted)));
}
