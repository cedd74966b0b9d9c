// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../src/ui/data/database.ts';
import { useLiveQuery } from '../../../src/ui/data/use-live-query.ts';
import { click, emptyDatabase, hide, says, show, showAgain, text, until } from '../support.tsx';

beforeEach(emptyDatabase);
afterEach(hide);

function save(key: string, value: string): Promise<unknown> {
  return db.cm_settings.put({ key, value, updated_at: '2026-03-02T12:00:00.000Z' });
}

function Value({ of: key }: { of: string }) {
  const live = useLiveQuery(async () => (await db.cm_settings.get(key))?.value, [key]);
  if (live.state !== 'ready') return <p>{live.state}</p>;
  return <p>{`${key} is ${String(live.data)}`}</p>;
}

test('says that it is loading, then the answer, then every later one', async () => {
  await save('a', 'one');
  show(<Value of="a" />);
  expect(text()).toBe('loading');
  await says('a is one');
  await save('a', 'two');
  await says('a is two');
});

test('keeps the old answer until a changed question has its own', async () => {
  await save('a', 'one');
  show(<Value of="a" />);
  await says('a is one');
  showAgain(<Value of="b" />);
  // No "loading" in between: a list would flicker at every letter of a search.
  expect(text()).not.toContain('loading');
  await says('b is undefined');
});

test('tells of a failure and asks again on request', async () => {
  let broken = true;
  function Fragile() {
    const live = useLiveQuery(async () => {
      const count = await db.cm_settings.count();
      if (broken) throw new Error('disk on fire');
      return count;
    }, []);
    if (live.state === 'ready') return <p>{`found ${String(live.data)}`}</p>;
    if (live.state === 'loading') return <p>loading</p>;
    return <button onClick={live.retry}>{String(live.error)}</button>;
  }
  show(<Fragile />);
  await says('disk on fire');
  broken = false;
  click('button');
  await says('found 0');
});

function Counted() {
  const live = useLiveQuery(async () => db.cm_settings.count(), []);
  if (live.state === 'failed') return <button onClick={live.retry}>{String(live.error)}</button>;
  return <p>{live.state === 'ready' ? `found ${String(live.data)}` : 'loading'}</p>;
}

test('tells of a database that cannot be opened, and opens it on request', async () => {
  db.close({ disableAutoOpen: false });
  const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The disk does not answer', 'UnknownError');
  });
  show(<Counted />);
  await says('The disk does not answer');
  expect(text()).toBe('UnreadableError: UnknownError: The disk does not answer');
  click('button');
  await says('The disk does not answer');
  opening.mockRestore();
  click('button');
  await says('found 0');
});

test('listens no more once it is gone', async () => {
  let asked = 0;
  function Counting() {
    useLiveQuery(async () => {
      asked += 1;
      return db.cm_settings.toArray();
    }, []);
    return null;
  }
  show(<Counting />);
  await until(() => expect(asked).toBe(1));
  await save('a', 'one');
  await until(() => expect(asked).toBe(2));
  hide();
  const before = asked;
  await save('a', 'two');
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  expect(asked).toBe(before);
});
