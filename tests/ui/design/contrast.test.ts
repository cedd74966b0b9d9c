import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/ui/design/tokens.css', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';

function coloursIn(part: string): Map<string, Record<Scheme, string>> {
  const found = part.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** What the system's wish for more contrast changes stands last. */
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');
const colours = coloursIn(usual);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of WCAG 2.2, between 1 and 21. */
function contrast(a: string, b: string, scheme: Scheme): number {
  const [first, second] = [a, b].map((name) => {
    const colour = colours.get(name);
    if (!colour) throw new Error(`tokens.css has no colour --${name}`);
    return luminance(colour[scheme]);
  });
  const [high = 0, low = 0] = [first ?? 0, second ?? 0].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['bg', 'surface', 'sunken', 'hover'];
const TONES = ['danger', 'warning', 'success', 'info', 'neutral'];

/** Every text colour on every ground that it stands on. */
const TEXTS: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['text', ground],
    ['muted', ground],
    ['accent', ground],
    ['accent-strong', ground],
    ['danger', ground],
    ['warning', ground],
    ['success', ground],
  ]),
  ...TONES.flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['text', `${tone}-soft`],
    ['muted', `${tone}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['text', 'accent-soft'],
  ['accent', 'accent-soft'],
];

describe.each<Scheme>(['light', 'dark'])('%s colours', (scheme) => {
  it.each(TEXTS)('%s on %s can be read', (front, back) => {
    expect(contrast(front, back, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('the outline of a control stands out from %s', (ground) => {
    expect(contrast('line-strong', ground, scheme)).toBeGreaterThanOrEqual(3);
    expect(contrast('accent', ground, scheme)).toBeGreaterThanOrEqual(3);
  });

  it.each(Array.from({ length: 9 }, (_, index) => `chart-${String(index + 1)}`))(
    '%s can be seen on a card',
    (colour) => {
      expect(contrast(colour, 'surface', scheme)).toBeGreaterThanOrEqual(3);
    },
  );

  it('more contrast is had by those who ask for it', () => {
    const changed = coloursIn(more);
    expect([...changed.keys()]).toEqual(['line', 'line-strong', 'muted']);
    for (const [name, { [scheme]: colour }] of changed) colours.set(`more-${name}`, { light: colour, dark: colour });
    for (const ground of GROUNDS) expect(contrast('more-muted', ground, scheme)).toBeGreaterThanOrEqual(7);
    expect(contrast('more-line', 'surface', scheme)).toBeGreaterThanOrEqual(4.5);
  });
});
