import * as fc from 'fast-check';
import type { Command } from '../../src/core/commands/command.ts';
import { TICKET_STATUSES } from '../../src/core/rows.ts';

/*
 * Stories of a team: browsers report what they saw, early or late, some of it twice; people act on tickets; time passes, the alarm rings,
 * an administrator changes the threshold. Numbers stand for errors, clients, browsers and tickets; who tells the story makes rows of them.
 */

export interface Happening {
  error: number;
  /** 0: nobody known. */
  client: number;
  /** Before it is reported. */
  hours: number;
  /** 0: unknown. */
  release: number;
  /** 0: the first kind; 1: a kind that makes no ticket. */
  kind: number;
}

export type Scene =
  | { what: 'push'; browser: number; happenings: Happening[] }
  /** The latest push of a browser once more. */
  | { what: 'repeat'; browser: number }
  | { what: 'visit'; browser: number; client: number }
  | { what: 'wait'; hours: number }
  | { what: 'sweep' }
  | PersonScene;

/** What a person does. */
export type PersonScene =
  | { what: 'rules'; threshold: number; exposure: boolean }
  | { what: 'command'; ticket: number; command: Command }
  | { what: 'merge'; ticket: number; into: number }
  | { what: 'split'; ticket: number; error: number }
  | { what: 'resend'; ticket: number; message: number }
  | { what: 'create'; error: number }
  | { what: 'resolve'; error: number; resolved: boolean; release: string };

export function isOfPerson(scene: Scene): scene is PersonScene {
  return ['rules', 'command', 'merge', 'split', 'resend', 'create', 'resolve'].includes(scene.what);
}

const COMMANDS: readonly Command[] = [
  ...TICKET_STATUSES.map((to): Command => ({ op: 'status', to, note: 'seen' })),
  { op: 'close', resolution: 'done' },
  { op: 'close', resolution: '' },
  { op: 'resolve', release: '1.2', note: 'fixed' },
  { op: 'resolve' },
  { op: 'snooze', occurrences: 3 },
  { op: 'snooze', clients: 1 },
  { op: 'snooze', until: '2026-03-03T00:00:00.000Z' },
  { op: 'snooze' },
  { op: 'unsnooze' },
  { op: 'assign', to: 'dev@example.com', note: 'please' },
  { op: 'assign', to: null },
  { op: 'comment', text: 'a word' },
  { op: 'history', action: 'call', description: 'they called' },
  { op: 'priority', to: 'basse' },
  { op: 'category', to: 'panier' },
  { op: 'notify', message: 'it works again' },
  { op: 'unmerge' },
  { op: 'unmerge' },
];

const number = (max: number, min = 0) => fc.integer({ min, max });

const happening: fc.Arbitrary<Happening> = fc.record({
  error: number(4, 1),
  client: number(3),
  hours: fc.oneof(number(3), number(60)),
  release: number(3),
  kind: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
});

const push: fc.Arbitrary<Scene> = fc.record({
  what: fc.constant('push' as const),
  browser: number(2, 1),
  happenings: fc.array(happening, { minLength: 1, maxLength: 6 }),
});

/** Facts only: no command of a person. */
const facts: readonly fc.WeightedArbitrary<Scene>[] = [
  { weight: 8, arbitrary: push },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('repeat' as const), browser: number(2, 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('visit' as const), browser: number(2, 1), client: number(3) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: number(30) }) },
  { weight: 2, arbitrary: fc.constant({ what: 'sweep' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('rules' as const), threshold: number(4, 1), exposure: fc.boolean() }),
  },
];

const ticket = number(4);

const commands: readonly fc.WeightedArbitrary<Scene>[] = [
  {
    weight: 8,
    arbitrary: fc.record({ what: fc.constant('command' as const), ticket, command: fc.constantFrom(...COMMANDS) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('merge' as const), ticket, into: ticket }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('split' as const), ticket, error: number(4, 1) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('resend' as const), ticket, message: number(3) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('create' as const), error: number(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('resolve' as const),
      error: number(4, 1),
      resolved: fc.boolean(),
      release: fc.constantFrom('', '1.2'),
    }),
  },
];

function story(...scenes: fc.WeightedArbitrary<Scene>[]): fc.Arbitrary<Scene[]> {
  return fc.array(fc.oneof(...scenes), { minLength: 1, maxLength: 18, size: 'max' });
}

/** Browsers report, time passes. */
export const storyOfFacts = story(...facts);
/** People act as well. */
export const storyOfPeople = story(...facts, ...commands);
