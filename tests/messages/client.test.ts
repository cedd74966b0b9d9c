import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send } from '../../src/messages/client.ts';

const SAVE = { type: 'settings.save', key: 'threshold', value: 2 } as const;
const GONE = new Error('Could not establish connection. Receiving end does not exist.');

/** What the background answers, one after another; an Error is a rejection. */
function answers(...list: unknown[]) {
  const left = [...list];
  const reply = vi.fn(async (_request: unknown) => {
    const next = left.shift();
    if (next instanceof Error) throw next;
    return next;
  });
  fakeBrowser.runtime.sendMessage = reply;
  return reply;
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
});

afterEach(() => {
  vi.useRealTimers();
  fakeBrowser.reset();
});

describe('send', () => {
  it('sends the request as it is and returns the answer', async () => {
    const sent = answers({ added: 1, updated: 0, kept: 2, refused: [{ table: 't', id: 'i', reason: 'r' }] });
    const request = { type: 'data.import', tables: {}, last: true } as const;
    const outcome = await send(request);
    expect(outcome).toEqual({ added: 1, updated: 0, kept: 2, refused: [{ table: 't', id: 'i', reason: 'r' }] });
    expect(sent).toHaveBeenCalledExactlyOnceWith(request);
  });

  it('throws the code of a refusal and does not ask again', async () => {
    const sent = answers({ failure: { code: 'invalid-setting', detail: 'threshold' } });
    await expect(send(SAVE)).rejects.toMatchObject({
      name: 'MessageError',
      code: 'invalid-setting',
      detail: 'threshold',
    });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['rejected', GONE],
    ['answered nothing', undefined],
  ])('asks once more when the worker %s', async (_name, first) => {
    const sent = answers(first, null);
    expect(await send(SAVE)).toBeNull();
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('gives up after the second time, with the reason', async () => {
    const sent = answers(GONE, GONE, null);
    await expect(send(SAVE)).rejects.toMatchObject({ code: 'unreachable', detail: GONE.message });
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it.each([[{ unexpected: true }], ['ok'], [{ failure: 'no' }]])('does not believe the answer %j', async (answer) => {
    answers(answer);
    await expect(send(SAVE)).rejects.toMatchObject({ code: 'bad-answer' });
  });
});
