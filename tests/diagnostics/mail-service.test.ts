import { expect, it, vi } from 'vitest';
import { mailHealth } from '../../src/diagnostics/troubleshoot/mail-service.ts';

const SERVICE = 'http://localhost:3025';

function answering(status: number, body: unknown) {
  return vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status }));
}

it('asks the health of the service at the address it is given', async () => {
  const ask = answering(200, { ok: true, cause: null, detail: '', queue: {} });
  expect(await mailHealth(SERVICE, ask)).toEqual({ state: 'sends' });
  expect(ask).toHaveBeenCalledWith(
    new URL('http://localhost:3025/health'),
    expect.objectContaining({ credentials: 'omit' }),
  );
});

it('tells why mails do not go out', async () => {
  const body = { ok: false, cause: 'wrong-password', detail: '535', queue: {} };
  expect(await mailHealth(SERVICE, answering(503, body))).toEqual({
    state: 'fails',
    cause: 'wrong-password',
    detail: '535',
  });
});

it('tells what should be mended though mails go out', async () => {
  const body = { ok: true, cause: 'team-sql-older', detail: 'PGRST202', queue: {} };
  expect(await mailHealth(SERVICE, answering(200, body))).toEqual({
    state: 'mend',
    cause: 'team-sql-older',
    detail: 'PGRST202',
  });
});

it.each([
  ['something else answers', answering(200, { status: 'UP' })],
  ['what answers is no JSON', vi.fn<typeof fetch>(async () => new Response('<html>'))],
  ['nobody answers', vi.fn<typeof fetch>(async () => Promise.reject(new TypeError('refused')))],
])('finds no service when %s', async (_, ask) => {
  expect(await mailHealth(SERVICE, ask)).toEqual({ state: 'silent' });
});
