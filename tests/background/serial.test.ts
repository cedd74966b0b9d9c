import { describe, expect, it } from 'vitest';
import { createSerial } from '../../src/background/serial.ts';

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 1);
  });
}

describe('createSerial', () => {
  it('runs one task at a time, in order, and gives each its own result', async () => {
    const serial = createSerial(10, () => new Error('full'));
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name}+`);
      await pause();
      log.push(`${name}-`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => serial.run(task(name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a+', 'a-', 'b+', 'b-', 'c+', 'c-']);
  });

  it('goes on after a task that failed, even one that threw at once', async () => {
    const serial = createSerial(10, () => new Error('full'));
    const thrown = serial.run(() => {
      throw new TypeError('at once');
    });
    const rejected = serial.run(async () => Promise.reject(new RangeError('later')));
    const fine = serial.run(async () => 'fine');
    await expect(thrown).rejects.toThrow('at once');
    await expect(rejected).rejects.toThrow('later');
    expect(await fine).toBe('fine');
  });

  it('turns away what does not fit and takes new tasks when there is room again', async () => {
    const serial = createSerial(2, () => new Error('full'));
    const first = serial.run(pause);
    const second = serial.run(pause);
    await expect(serial.run(pause)).rejects.toThrow('full');
    await first;
    const third = serial.run(async () => 'third');
    await second;
    expect(await third).toBe('third');
  });
});
