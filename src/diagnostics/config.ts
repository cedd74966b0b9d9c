import { parseSetting, priorityInEnglish, type Settings } from '../core/settings.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { settings as readSettings } from '../storage/queries.ts';
import type { LiveState } from './live-state.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The guide's configuration, live: reading gives what is stored, setting stores it for the whole extension. A value that is not possible
 * is refused with a line in the console, and the old one stays.
 */
export interface AutoTicketConfig {
  /** Occurrences that make a ticket. */
  autoCreateTicketThreshold: number;
  /** Milliseconds. */
  monitoringDuration: number;
  emailTemplate: string;
  /** In the English of the guide's configuration: `high`, `medium`, `low`. The column's French names are taken as well. */
  ticketPriority: string;
}

type ConfigName = keyof AutoTicketConfig;

/** Where the guide's names are stored. */
const STORED = {
  autoCreateTicketThreshold: { key: 'tickets', field: 'threshold' },
  monitoringDuration: { key: 'tickets', field: 'monitoringDuration' },
  emailTemplate: { key: 'notifications', field: 'emailTemplate' },
  ticketPriority: { key: 'tickets', field: 'priority' },
} as const satisfies Record<ConfigName, { key: keyof Settings; field: string }>;

interface ConfigPorts extends Pick<Surroundings, 'db' | 'send'> {
  live: LiveState;
  speaker: Speaker;
}

export function createConfig(ports: ConfigPorts): AutoTicketConfig {
  const changes = createChanges(ports, (name) => config[name]);
  const { settings } = changes;
  // Accessors of its own: they show in the console, and in JSON.
  const config: AutoTicketConfig = {
    get autoCreateTicketThreshold() {
      return settings().tickets.threshold;
    },
    set autoCreateTicketThreshold(value: number) {
      changes.set('autoCreateTicketThreshold', value);
    },
    get monitoringDuration() {
      return settings().tickets.monitoringDuration;
    },
    set monitoringDuration(value: number) {
      changes.set('monitoringDuration', value);
    },
    get emailTemplate() {
      return settings().notifications.emailTemplate;
    },
    set emailTemplate(value: string) {
      changes.set('emailTemplate', value);
    },
    get ticketPriority() {
      return priorityInEnglish(settings().tickets.priority);
    },
    set ticketPriority(value: string) {
      changes.set('ticketPriority', value);
    },
  };
  // Neither deleted nor hidden by another property of the same name.
  return Object.seal(config);
}

/**
 * What is asked for shows at once and is saved in the order of asking, each time on top of what is stored then: another page may have
 * changed another field. What the background refuses is taken back.
 */
function createChanges({ db, send, live, speaker }: ConfigPorts, shown: (name: ConfigName) => unknown) {
  /** Asked for and not answered yet, in their order. */
  const asked: { name: ConfigName; value: unknown }[] = [];
  let queue = Promise.resolve();

  function settings(): Readonly<Settings> {
    return asked.reduce((before: Readonly<Settings>, { name, value }) => {
      const result = changed(before, name, value);
      return result.ok ? { ...before, [STORED[name].key]: result.value } : before;
    }, live.settings);
  }

  function refused(name: ConfigName, reason: string): void {
    speaker.warn(consoleTexts.config.refused, { name, value: String(shown(name)), reason });
  }

  async function save(name: ConfigName, value: unknown): Promise<void> {
    const { key, field } = STORED[name];
    let failure: string | null = null;
    try {
      const stored = (await readSettings(db)).settings[key];
      await send({ type: 'settings.save', key, value: { ...stored, [field]: value } });
      await live.refresh();
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    // What came after it stays asked for; this one is stored now, or refused.
    asked.shift();
    if (failure !== null) refused(name, failure);
    else speaker.say(consoleTexts.config.saved, { name, value: String(shown(name)) });
  }

  return {
    settings,
    set(name: ConfigName, value: unknown): void {
      if (!changed(settings(), name, value).ok) {
        refused(name, speaker.translator().t(consoleTexts.config.expected[name]));
        return;
      }
      asked.push({ name, value });
      queue = queue.then(() => save(name, value));
    },
  };
}

function changed(settings: Readonly<Settings>, name: ConfigName, value: unknown) {
  const { key, field } = STORED[name];
  return parseSetting(key, { ...settings[key], [field]: value });
}
