import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from '../../../src/core/client.ts';
import { SIGNATURE_VERSION, signatureOf } from '../../../src/core/signature/signature.ts';
import type { Sender } from '../../../src/messages/sender.ts';
import type { StampedRecord } from '../../../src/relay/wire.ts';
import { FakeProfile } from '../harness.ts';
import { at, batchOf, wireRecord } from '../records.ts';
import { deterministicId } from '../../../src/core/ids.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

async function stored(record: StampedRecord, sender: Partial<Sender> = {}) {
  expect(await profile.fromPage(batchOf([record]), sender)).toEqual({ done: [record.id] });
  const row = await profile.db.cm_error_logs.get(record.id);
  if (row === undefined) throw new Error('not stored');
  return row;
}

function rawSignature({ kind, message, name, source, line, column, stack }: StampedRecord) {
  const page_url = 'http://localhost:3000/booking?step=2';
  return signatureOf({ browser: 'chromium', error_type: kind, message, name, source, line, column, stack, page_url });
}

describe('a picture whose address is its content', () => {
  it('is stored like any other, and holds nothing up', async () => {
    const source = 'data:image/png;base64,…';
    const row = await stored(wireRecord({ kind: 'resource_error', message: `Failed to load img: ${source}`, source }));
    expect(row).toMatchObject({ error_type: 'resource_error', source: 'data:image/png;base64,[redacted]' });
  });
});

describe('an uncaught error', () => {
  it('becomes a row with the columns of the guide', async () => {
    const record = wireRecord({ causes: [{ name: 'Error', message: 'no rates', stack: '' }] });
    const row = await stored(record);
    const raw = rawSignature(record);
    expect(raw.parts).toMatchObject({ source: 'app.js', line: 12, because: 'in-app frame' });
    expect(row).toEqual({
      id: record.id,
      error_type: 'js_error',
      message: 'Uncaught RangeError: no rates for this date',
      source: 'http://localhost:3000/app.js',
      stack_trace: record.stack,
      resolved: false,
      timestamp: record.timestamp,
      metadata: {
        signature: raw.signature,
        signature_version: SIGNATURE_VERSION,
        signature_parts: raw.parts,
        name: 'RangeError',
        line: 12,
        column: 7,
        url: 'http://localhost:3000/booking?step=[redacted]',
        title: 'Booking',
        project: expect.stringMatching(/^[0-9a-f-]{36}$/),
        client_id: null,
        client_email: null,
        count: 1,
        causes: record.causes,
        user_agent: 'Test/1',
        browser: 'chromium',
        browser_version: '156.0',
        frame_id: 0,
        lineless: deterministicId('lineless', raw.lineless),
      },
    });
  });

  it('keeps nothing of a password in what tells it apart, in whatever order the words of its message are put', async () => {
    const text = 'Réservation refusée pour user[password]=soleilbleu';
    const row = await stored(wireRecord({ message: text, stack: '' }));
    expect(JSON.stringify(row)).not.toContain('soleilbleu');
  });

  it('becomes a ticket with its history, a tally and a site', async () => {
    const row = await stored(wireRecord());
    const { project, signature } = row.metadata;
    const [ticket] = await profile.db.cm_support_tickets.toArray();
    expect(ticket).toMatchObject({
      statut: 'ouvert',
      priorite: 'haute',
      source: 'auto_detection',
      error_signature: signature,
      error_id: row.id,
    });
    expect(await profile.db.cm_support_ticket_history.toArray()).toMatchObject([
      { ticket_id: ticket?.id, action: 'created' },
    ]);
    expect(await profile.db.cm_error_sightings.toArray()).toMatchObject([{ project, signature, count: 1 }]);
    expect(await profile.db.cm_sites.toArray()).toMatchObject([{ id: project, name: 'localhost:3000', enabled: true }]);
  });

  it('belongs to the person set in the options', async () => {
    const identity = { client_id: 'account 42', client_email: 'Person@Shop.example' };
    await profile.fromUi({ type: 'settings.save', key: 'identity', value: identity });
    const { metadata } = await stored(wireRecord());
    expect(metadata).toMatchObject(clientOf(identity, metadata.project));
    expect(metadata.client_email).toBe('person@shop.example');
    expect(metadata.client_id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('where it happened', () => {
  it('is what the browser says of the sender, whatever the page claims', async () => {
    const claims = { url: 'https://bank.example/', tab: 99, frame_id: 0, project: 'x', metadata: { url: 'y' } };
    const row = await stored({ ...wireRecord(), ...claims }, { frameId: 3, url: 'http://localhost:4000/widget' });
    expect(row.metadata).toMatchObject({
      url: 'http://localhost:4000/widget',
      top_url: 'http://localhost:3000/booking?step=[redacted]',
      frame_id: 3,
    });
    expect(JSON.stringify(await everything(profile))).not.toContain('bank.example');
    expect(await profile.db.tab_groups.toArray()).toMatchObject([{ tab: 7 }]);
  });

  it('is one project per host and port', async () => {
    const first = await stored(wireRecord());
    const second = await stored(wireRecord(), { url: 'http://localhost:4000/' });
    const third = await stored(wireRecord(), { url: 'http://localhost:3000/other' });
    expect(second.metadata.project).not.toBe(first.metadata.project);
    expect(third.metadata.project).toBe(first.metadata.project);
    expect(await profile.db.cm_support_tickets.count()).toBe(2);
  });
});

describe('when it happened', () => {
  it.each([
    ['as the relay says', -5_000, -5_000],
    ['a day ago at most', -3 * 86_400_000, -86_400_000],
    ['not later than now', 60_000, 0],
  ])('is %s', async (_name, said, kept) => {
    expect((await stored(wireRecord({ timestamp: at(said), age: 300 }))).timestamp).toBe(at(kept));
  });
});

describe('what is kept of each kind', () => {
  it('a request with its facts', async () => {
    const http = { method: 'POST', url: 'http://localhost:3000/api/book', status: 500, duration_ms: 31, error: '' };
    const message = 'POST http://localhost:3000/api/book 500';
    const row = await stored(wireRecord({ kind: 'http_error', message, name: '', http }));
    expect(row.metadata.http).toEqual({ ...http, error: null });
    expect(row.metadata.signature_parts).toMatchObject({ source: '/api/book', line: 0, because: 'request' });
  });

  it('a console call with its arguments, and how many were only counted', async () => {
    const row = await stored(
      wireRecord({ kind: 'console_error', message: 'a 1', name: '', args: ['a', '1'], count: 10, suppressed: 6 }),
    );
    expect(row.metadata).toMatchObject({ console_args: ['a', '1'], count: 10, suppressed: 6 });
    expect(await profile.db.groups.toArray()).toMatchObject([{ count: 10 }]);
  });

  it('texts that no database holds, made harmless', async () => {
    const row = await stored(wireRecord({ message: 'Uncaught Error: a\0b\uD800c', stack: 'x\uDC00' }));
    expect(row.message).toBe('Uncaught Error: a�b�c');
    expect(row.stack_trace).toBe('x�');
  });
});

describe('secrets', () => {
  const SECRET = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ';

  it('reach no table, wherever they stand', async () => {
    const url = `http://localhost:3000/api?session=${SECRET}#access_token=${SECRET}`;
    const record = wireRecord({
      message: `Uncaught Error: token ${SECRET}`,
      stack: `Error: token ${SECRET}\n    at f (${url}:1:1)`,
      source: url,
      name: SECRET,
      args: ['token', SECRET],
      causes: [{ name: 'Error', message: `bearer ${SECRET}`, stack: SECRET }],
      http: { method: 'GET', url, status: 401, duration_ms: 1, error: SECRET },
    });
    const place = { url, tab: { id: 7, url } };
    const batch = batchOf([record, { ...wireRecord(), kind: SECRET }], { title: `Order ${SECRET}` });
    await profile.fromPage(batch, place);
    await profile.failures.flush();
    const all = JSON.stringify(await everything(profile));
    expect(all).toContain('Order');
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(SECRET.split('.')[1]);
  });

  it('do not depend on a person’s rules in the signature, and no rule takes a row apart', async () => {
    const before = await stored(wireRecord());
    const rules = [{ pattern: 'rates|RangeError|app|frame|message|because', replacement: 'hidden' }];
    await profile.fromUi({ type: 'settings.save', key: 'redaction', value: { rules } });
    const after = await stored(wireRecord());
    expect(after.message).toBe('Uncaught hidden: no hidden for this date');
    expect(after.metadata.signature).toBe(before.metadata.signature);
    expect(await profile.db.cm_support_tickets.count()).toBe(1);
  });

  it('are dropped with everything else while a rule cannot be read, and the occurrence still counts', async () => {
    const value = { emails: true, rules: [{ pattern: '(((', replacement: '' }] };
    await profile.db.cm_settings.put({ key: 'redaction', value, updated_at: at(0) });
    const http = { method: 'GET', url: 'http://localhost:3000/api', status: 500, duration_ms: 1, error: 'Bad' };
    const causes = [{ name: 'Error', message: 'm', stack: 's' }];
    const row = await stored(wireRecord({ http, causes, name: 'only the page knows' }));
    expect(row.message).toBe('[redacted: rule error]');
    expect(row.metadata.signature).toBe(rawSignature(wireRecord()).signature);
    expect(JSON.stringify(row)).not.toContain('only the page knows');
    await profile.failures.flush();
    expect(JSON.stringify(await profile.db.meta.get('own_failures'))).toContain('rule 0');
  });
});

async function everything({ db }: FakeProfile): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}
