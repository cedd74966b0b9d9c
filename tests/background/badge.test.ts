import { describe, expect, it, vi } from 'vitest';
import { badgeText, createBadge, type BadgePort } from '../../src/background/badge.ts';

function setup(show: BadgePort['show'] = async () => undefined) {
  const port = { show: vi.fn(show) };
  const onFailure = vi.fn();
  return { port, onFailure, badge: createBadge(port, onFailure) };
}

describe('badgeText', () => {
  it.each([
    [0, ''],
    [-1, ''],
    [1, '1'],
    [999, '999'],
    [1_000, '1k'],
    [1_999, '1k'],
    [999_999, '999k'],
    [1_000_000, '1M'],
    [5e12, '999M'],
  ])('shows %d as "%s"', (count, text) => {
    expect(badgeText(count)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(4);
  });
});

describe('badge', () => {
  it('looks different on a page whose site is switched off', async () => {
    const { port, badge } = setup();
    await badge.count(7, 12);
    await badge.paused(8);
    const [counted, paused] = port.show.mock.calls;
    expect(counted?.slice(0, 2)).toEqual([7, '12']);
    expect(paused?.slice(0, 2)).toEqual([8, '–']);
    expect(counted?.[2]).not.toBe(paused?.[2]);
  });

  it.each(['No tab with id: 7.', 'Invalid tab ID: 7'])('takes it calmly that the tab is gone: %s', async (message) => {
    const { badge, onFailure } = setup(async () => Promise.reject(new Error(message)));
    await badge.count(7, 1);
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('reports any other failure and never rejects', async () => {
    const broken = new Error('action API missing');
    const { badge, onFailure } = setup(() => {
      throw broken;
    });
    await badge.count(7, 1);
    expect(onFailure).toHaveBeenCalledWith(broken);
  });
});
