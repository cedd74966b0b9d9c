import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enterSession } from '../../src/background/session.ts';

const log: string[] = [];
let marked = false;
const mark = {
  isSet: vi.fn(async () => marked),
  set: vi.fn(async () => {
    log.push('mark');
    marked = true;
  }),
};
const forgetTabs = vi.fn(async () => {
  log.push('forget');
});

beforeEach(() => {
  log.length = 0;
  marked = false;
});

describe('enterSession', () => {
  it('forgets the tabs of a former session once, before marking this one', async () => {
    await enterSession(mark, forgetTabs);
    await enterSession(mark, forgetTabs);
    expect(log).toEqual(['forget', 'mark']);
  });

  it('does not mark a session whose predecessor is not forgotten', async () => {
    forgetTabs.mockRejectedValueOnce(new Error('blocked'));
    await expect(enterSession(mark, forgetTabs)).rejects.toThrow('blocked');
    expect(marked).toBe(false);
    await enterSession(mark, forgetTabs);
    expect(log).toEqual(['forget', 'mark']);
  });

  it('forgets again when it was killed before the mark', async () => {
    mark.set.mockRejectedValueOnce(new Error('killed'));
    await expect(enterSession(mark, forgetTabs)).rejects.toThrow('killed');
    await enterSession(mark, forgetTabs);
    expect(log).toEqual(['forget', 'forget', 'mark']);
  });
});
