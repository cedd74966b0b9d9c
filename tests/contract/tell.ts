import type { Command } from '../../src/core/commands/command.ts';
import type { ErrorLogRow, NotificationRow, TicketRow } from '../../src/core/rows.ts';
import { HOUR, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { ADMIN } from './ending.ts';
import { Engine } from './engine.ts';
import type { Server } from './server.ts';
import { isOfPerson, type Happening, type PersonScene, type Scene } from './story.ts';

const START = Date.parse('2026-03-02T00:00:00.000Z');

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function signatureOf(error: number): string {
  return occurrence(0, { message: `error ${error}` }).metadata.signature;
}

function rowOf({ error, client, hours, release, kind }: Happening, number: number, now: number): ErrorLogRow {
  const known = client === 0 ? null : uuid(900 + client);
  return occurrence(number, {
    message: `error ${error}`,
    error_type: kind === 0 ? 'js_error' : 'console_warn',
    timestamp: iso(now - hours * HOUR),
    metadata: {
      client_id: known,
      client_email: known && `${client}@example.com`,
      count: 1 + (number % 3 === 0 ? 1 : 0),
      ...(release === 0 ? {} : { release: `1.${release}` }),
    },
  });
}

type TicketScene = Extract<Scene, { what: 'command' | 'merge' | 'split' | 'resend' }>;

/** Tells one story to both sides, scene by scene. Who refuses what is compared at once. */
export class Telling {
  readonly engine = new Engine();
  private readonly server: Server;
  private now = START;
  private number = 0;
  private readonly latest = new Map<number, Record<string, unknown>>();

  constructor(server: Server) {
    this.server = server;
  }

  async scene(scene: Scene, index: number): Promise<void> {
    if (isOfPerson(scene)) return this.act(scene, index);
    switch (scene.what) {
      case 'wait':
        this.now += scene.hours * HOUR;
        return;
      case 'push':
        return this.push(scene.browser, scene.happenings);
      case 'repeat':
        await this.server.push(this.latest.get(scene.browser) ?? { install: uuid(700 + scene.browser) }, iso(this.now));
        return;
      case 'visit':
        return this.visit(scene.browser, scene.client);
      case 'sweep':
        await this.engine.sweep(iso(this.now));
        return this.server.sweep(iso(this.now));
    }
  }

  private async act(scene: PersonScene, index: number): Promise<void> {
    const id = uuid(5_000 + index);
    if (scene.what === 'rules') return this.rules(id, scene);
    if (scene.what === 'create') return this.create(id, scene.error);
    return scene.what === 'resolve' ? this.resolve(id, scene) : this.command(id, scene);
  }

  private async rules(id: string, { threshold, exposure }: Extract<Scene, { what: 'rules' }>): Promise<void> {
    const rules = await this.engine.setRules({ threshold, requireExposure: exposure });
    return this.server.setRules(rules, uuid(700), id, iso(this.now));
  }

  private async push(browser: number, happenings: readonly Happening[]): Promise<void> {
    const rows = happenings.map((one, position) => rowOf(one, this.number + position, this.now));
    this.number += rows.length;
    const install = uuid(700 + browser);
    const sightings = await this.engine.push(install, rows, iso(this.now));
    const batch = { install, errors: rows, sightings };
    this.latest.set(browser, batch);
    await this.server.push(batch, iso(this.now));
  }

  private async visit(browser: number, client: number): Promise<void> {
    const install = uuid(700 + browser);
    const visits = await this.engine.visit(install, client === 0 ? null : uuid(900 + client), iso(this.now));
    await this.server.push({ install, visits }, iso(this.now));
  }

  private async command(id: string, scene: TicketScene): Promise<void> {
    const all = await this.engine.db.cm_support_tickets.orderBy('id').toArray();
    const command = scene.what === 'resend' ? await this.resend(scene, all) : commandOf(scene, all);
    const chosen = nth(
      all.filter(({ metadata }) => (metadata.merged_into !== undefined) === (command.op === 'unmerge')),
      scene.ticket,
    );
    if (!chosen) return;
    const { op, ...args } = command;
    const expected = await this.engine.command(id, chosen.id, command, iso(this.now));
    const row = { id, ticket_id: chosen.id, operation: op, arguments: args };
    agree(op, await this.server.command(uuid(700), row, iso(this.now)), expected);
  }

  /** Of the messages to administrators about a new ticket, whether one is on its way can differ: see ending.ts. */
  private async resend(
    { ticket, message }: Extract<Scene, { what: 'resend' }>,
    all: readonly TicketRow[],
  ): Promise<Command> {
    const unmerged = all.filter(({ metadata }) => metadata.merged_into === undefined);
    const ofTicket = ({ ticket_id, event, recipient }: NotificationRow) =>
      ticket_id === nth(unmerged, ticket)?.id && (recipient !== ADMIN || event !== 'created');
    const rows = await this.engine.db.cm_notifications.orderBy('id').filter(ofTicket).toArray();
    return { op: 'resend', notification: nth(rows, message)?.id ?? uuid(9) };
  }

  private async create(id: string, error: number): Promise<void> {
    const sample = await this.engine.db.cm_error_logs
      .filter(({ metadata }) => metadata.signature === signatureOf(error))
      .first();
    const asked = sample ? { error: sample.id, description: 'by phone' } : { sujet: 'By phone', project: PROJECT };
    const expected = await this.engine.create(id, asked, iso(this.now));
    const row = { id, ticket_id: null, operation: 'create', arguments: asked };
    agree('create', await this.server.command(uuid(700), row, iso(this.now)), expected);
  }

  private async resolve(id: string, { error, resolved, release }: Extract<Scene, { what: 'resolve' }>): Promise<void> {
    const signature = signatureOf(error);
    const expected = await this.engine.resolve(id, signature, resolved, release, iso(this.now));
    const args = { project: PROJECT, signature, resolved, release, note: 'looked at' };
    const row = { id, ticket_id: null, operation: 'resolve-error', arguments: args };
    agree('resolve-error', await this.server.command(uuid(700), row, iso(this.now)), expected);
  }
}

function agree(operation: string, answer: string | null, expected: string | null): void {
  if (answer !== expected) throw new Error(`${operation}: ${answer} instead of ${expected}`);
}

function commandOf(scene: Exclude<TicketScene, { what: 'resend' }>, all: readonly TicketRow[]): Command {
  if (scene.what === 'command') return scene.command;
  if (scene.what === 'merge') return { op: 'merge', into: nth(all, scene.into)?.id ?? '' };
  return { op: 'split', signature: signatureOf(scene.error) };
}

function nth<Row>(all: readonly Row[], number: number): Row | undefined {
  return all[number % Math.max(1, all.length)];
}
