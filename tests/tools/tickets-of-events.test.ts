import { expect, it } from 'vitest';
import { OWN_CORPUS, readEvents } from './labelled-events.ts';
import { score } from './score.ts';
import { ticketsOf } from './tickets-of-events.ts';

it('recorded errors end up in one ticket per bug, redeployed and translated ones too', async () => {
  const events = readEvents(OWN_CORPUS);
  const tickets = await ticketsOf(events);
  const { f1, precision } = score(events, (event) => tickets.get(event) ?? '');
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(f1).toBeGreaterThanOrEqual(0.97);
});

it('whatever the order in which they happen', async () => {
  const events = readEvents(OWN_CORPUS).toReversed();
  const tickets = await ticketsOf(events);
  const { f1, precision } = score(events, (event) => tickets.get(event) ?? '');
  expect(precision).toBeGreaterThanOrEqual(0.99);
  expect(f1).toBeGreaterThanOrEqual(0.97);
});
