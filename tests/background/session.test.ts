import { describe, expect, it, vi } from 'vitest';
import { enterSession } from '../../src/background/session.ts';

function session() {
  const state = { marked: false, log: [] as string[] };
  const ports = {
    marked: vi.fn(async () => state.marked),
    mark: vi.fn(async () => {
      state.log.push('mark');
      state.marked = true;
    }),
    forgetTabs: vi.fn(async () => {
      state.log.push('forget');
    }),
  };
  return { state, ports };
}

describe('enterSession', () => {
  it('forgets the tabs of a former session once, before marking this one', async () => {
    const { state, ports } = session();
    await enterSession(ports);
    await enterSession(ports);
    expect(state.log).toEqual(['forget', 'mark']);
  });

  it('does not mark a session whose predecessor is not forgotten', async () => {
    const { state, ports } = session();
    ports.forgetTabs.mockRejectedValueOnce(new Error('blocked'));
    await expect(enterSession(ports)).rejects.toThrow('blocked');
    expect(state.marked).toBe(false);
    await enterSession(ports);
    expect(state.log).toEqual(['forget', 'mark']);
  });

  it('forgets again when it was killed before the mark', async () => {
    const { state, ports } = session();
    ports.mark.mockRejectedValueOnce(new Error('killed'));
    await expect(enterSession(ports)).rejects.toThrow('killed');
    await enterSession(ports);
    expect(state.log).toEqual(['forget', 'forget', 'mark']);
  });
});
