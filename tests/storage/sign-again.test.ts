import { expect, test } from 'vitest';
import { SIGNATURE_VERSION } from '../../src/core/signature/signature.ts';
import { signedAgain } from '../../src/core/signature/signed-again.ts';
import { OWN_CORPUS, readEvents } from '../tools/labelled-events.ts';
import { rowOf, storedSignature } from '../tools/tickets-of-events.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { signAgain } from '../../src/storage/sign-again.ts';
import { context, NOW, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

const NEW = 'cart.js|total is not a function|12';

/** An error as a version before the present one signed it: with the engine's prefix. */
const OLD = occurrence(1, { metadata: { signature_version: SIGNATURE_VERSION - 1 } });

/** The same error as the present version signs it. */
const AGAIN = occurrence(2, {
  metadata: {
    signature: NEW,
    signature_version: SIGNATURE_VERSION,
    signature_parts: { source: 'cart.js', message: 'total is not a function', line: 12, because: 'in-app frame' },
  },
});

/** A name for a number, without digits. */
function letters(number: number): string {
  return String.fromCodePoint(97 + (number % 26), 97 + Math.floor(number / 26));
}

async function ends(db: VigieDatabase): Promise<string[]> {
  return (await db.cm_signature_aliases.toArray()).map(({ signature, reason }) => `${signature} ${reason}`).toSorted();
}

test('a new version of the algorithm splits no ticket', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(OLD)], context());
  await signAgain(db);
  expect(await ends(db)).toEqual([
    `cart.js|Uncaught TypeError: total is not a function|12 creation`,
    `${NEW} algorithm`,
  ]);
  await applyOccurrences(db, [captured(AGAIN)], context());
  expect(await db.cm_support_tickets.count()).toBe(1);
  const [ticket] = await db.cm_support_tickets.toArray();
  expect(await db.groups.get([PROJECT, NEW])).toMatchObject({ ticket_id: ticket?.id, count: 1 });
});

test('a signature that has a ticket keeps it', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [captured(OLD), captured(AGAIN)], context());
  const before = await db.cm_signature_aliases.toArray();
  await signAgain(db);
  expect(await db.cm_signature_aliases.toArray()).toEqual(before);
});

test('every version is gone through once, however many errors there are', async () => {
  const db = freshDatabase();
  const many = numbers(230).map((number) =>
    captured(
      occurrence(number, {
        message: `Uncaught TypeError: total${letters(number)} is not a function`,
        metadata: { signature_version: SIGNATURE_VERSION - 1 },
      }),
    ),
  );
  await applyOccurrences(db, many, context());
  await signAgain(db);
  const after = await everything(db);
  expect(await db.cm_signature_aliases.where('ticket_id').above('').count()).toBe(460);
  await db.cm_error_logs.update(uuid(1), { message: 'Uncaught TypeError: other is not a function' });
  await signAgain(db);
  expect(await db.cm_signature_aliases.toArray()).toEqual(after['cm_signature_aliases']);
});

test('what is stored of an occurrence gives its signature again', () => {
  const events = readEvents(OWN_CORPUS);
  const other = events.filter((event, number) => signedAgain(rowOf(event, number, NOW)) !== storedSignature(event));
  expect(other.map(({ id, bug }) => `${id} ${bug}`)).toEqual([]);
});
