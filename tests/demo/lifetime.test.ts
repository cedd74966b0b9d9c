import { expect, it, vi } from 'vitest';
import { Lifetime } from './lifetime.ts';

it('undoes the last first', async () => {
  const lifetime = new Lifetime();
  const undone: string[] = [];
  for (const name of ['server', 'browser']) {
    await lifetime.start(Promise.resolve(name), async (started) => void undone.push(started));
  }
  await lifetime.end();
  expect(undone).toEqual(['browser', 'server']);
});

it('waits for a start that is under way, and undoes it too', async () => {
  const lifetime = new Lifetime();
  const events = new EventTarget();
  const promise = new Promise<string>((done) => events.addEventListener('open', () => done('browser')));
  const undo = vi.fn(() => Promise.resolve());
  const starting = lifetime.start(promise, undo);
  const ending = lifetime.end();
  expect(undo).not.toHaveBeenCalled();
  events.dispatchEvent(new Event('open'));
  await ending;
  expect(undo).toHaveBeenCalledExactlyOnceWith('browser');
  expect(await starting).toBe('browser');
});

it('has nothing to undo for what did not start, and tells who waits', async () => {
  const lifetime = new Lifetime();
  const undo = vi.fn(() => Promise.resolve());
  await expect(lifetime.start(Promise.reject(new Error('no port')), undo)).rejects.toThrow('no port');
  await lifetime.end();
  expect(undo).not.toHaveBeenCalled();
});

it('undoes the others when one undo fails, and everything once', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const lifetime = new Lifetime();
  const undo = vi.fn(() => Promise.resolve());
  await lifetime.start(Promise.resolve(), undo);
  await lifetime.start(Promise.resolve(), () => Promise.reject(new Error('stuck')));
  await Promise.all([lifetime.end(), lifetime.end()]);
  expect(undo).toHaveBeenCalledOnce();
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
