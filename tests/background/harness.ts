import { createBackground, type Background } from '../../src/background/background.ts';
import type { TeamPorts } from '../../src/background/sync/team-sync.ts';
import { createFailureLog } from '../../src/background/failure-log.ts';
import { parseManaged } from '../../src/core/managed.ts';
import { createRouter } from '../../src/messages/router.ts';
import type { Sender } from '../../src/messages/sender.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { addOwnFailures } from '../../src/storage/own-failures.ts';
import { ownPage, relay, SELF } from '../messages/senders.ts';
import { FakePageReader } from './account/fake-page-reader.ts';
import { FakeAlertPort } from './alerts/fake-alert-port.ts';
import { FakeMailPort } from './mail/fake-mail-port.ts';
import { newId, NOW } from './records.ts';
import { FakeTeamProject } from './sync/fake-team-project.ts';
import { FakeCapturePort } from './sites/fake-capture-port.ts';

let profiles = 0;

/**
 * A browser profile with the background in it. `wake` starts a worker on what the profile holds, as the browser does after it was
 * killed; everything that a worker keeps in memory is gone then.
 */
export class FakeProfile {
  readonly name = `profile-${(profiles += 1)}`;
  readonly capture = new FakeCapturePort();
  /** Text on each tab's icon. */
  readonly badges = new Map<number, string>();
  /** What pages say about their account and release, by tab. */
  readonly pages = new FakePageReader();
  /** When alarms ring that do so once. */
  readonly rings = new Map<string, number>();
  /** Minutes between the rings of each alarm. */
  readonly alarms = new Map<string, number>();
  readonly rate = { burst: 300, perSecond: 50 };
  /** What tabs show, by id. */
  readonly tabs = new Map<number, { url: string; title: string }>();
  /** What the worker of this moment wants to do later. */
  timers: { work: () => void; delay: number }[] = [];
  readonly mail = new FakeMailPort();
  readonly alerts = new FakeAlertPort();
  /** The project of a team, which this profile may sign in to. */
  readonly team = new FakeTeamProject();
  /** What stands in for it, where a test has a project of another kind. */
  teamPorts: TeamPorts | null = null;
  now = NOW;
  /** What an administrator gives: here, consent. */
  policy: Record<string, unknown> = { consent: true };
  /** Whether the browser is asked to tell of requests. */
  watchesRequests = true;
  /** How often the page that asks for consent was opened. */
  welcomes = 0;
  marked = false;
  /** What lives as long as the browser. */
  memory: unknown;
  private ids = 0;
  db!: VigieDatabase;
  background!: Background;
  failures!: ReturnType<typeof createFailureLog>;
  private route!: ReturnType<typeof createRouter>;

  constructor() {
    this.capture.grants = ['http://127.0.0.1/*', 'http://localhost/*'];
    this.wake();
  }

  /** Kills the worker at once, whatever it is doing, and starts the next. */
  wake(): void {
    this.db?.close();
    this.timers = [];
    const db = new VigieDatabase(this.name);
    this.db = db;
    const now = () => this.now;
    const failures = createFailureLog({ write: (list) => addOwnFailures(db, list), now });
    this.failures = failures;
    const onFailure = (where: string, error: unknown): void => failures.note(where, error);
    this.background = createBackground({
      db,
      badge: {
        show: async (tab, text) => {
          this.badges.set(tab, text);
        },
      },
      alarm: {
        ensure: async (name, minutes) => {
          this.alarms.set(name, minutes);
        },
        once: async (name, when) => {
          this.rings.set(name, when);
        },
      },
      language: () => 'fr',
      capture: this.capture,
      session: {
        isSet: async () => this.marked,
        set: async () => {
          this.marked = true;
        },
      },
      browser: { browser: 'chromium', browser_version: '156.0', user_agent: 'Test/1' },
      rate: this.rate,
      pages: this.pages,
      memory: {
        load: async () => this.memory,
        save: async (value) => {
          this.memory = structuredClone(value);
        },
      },
      watchRequests: (wanted) => {
        this.watchesRequests = wanted;
      },
      tab: async (id) => this.tabs.get(id) ?? null,
      managed: async () => parseManaged(this.policy),
      welcome: async () => {
        this.welcomes += 1;
      },
      mail: this.mail,
      alert: this.alerts,
      team: this.teamPorts ?? this.team.ports(),
      later: (work, delay) => void this.timers.push({ work, delay }),
      now,
      // The first one is the install's.
      newId: () => ((this.ids += 1) === 1 ? '11111111-2222-4333-8444-555555555555' : newId()),
      onFailure,
    });
    this.route = createRouter(this.background.handlers, { self: SELF, onFailure });
  }

  /** The browser was closed: tab ids begin anew. */
  restart(): void {
    this.marked = false;
    this.memory = undefined;
    this.badges.clear();
    this.wake();
  }

  /** What the background answers to a page's relay. */
  async fromPage(message: unknown, sender: Partial<Sender> = {}): Promise<unknown> {
    return this.route(message, relay(sender));
  }

  /** What the background answers to one of its own pages. */
  async fromUi(message: unknown): Promise<unknown> {
    return this.route(message, ownPage());
  }
}
