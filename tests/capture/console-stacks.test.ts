import { afterEach, describe, expect, test } from 'vitest';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

describe('console calls', () => {
  test('with an error whose stack has no frames have that of the call', async () => {
    const page = await openPage();
    const error = new Error('forbidden');
    error.stack = 'Error: forbidden';
    console.error(error);
    const [record] = page.after(200);
    expect(record).toMatchObject({
      message: 'Error: forbidden',
      name: 'Error',
      source: expect.stringContaining('console-stacks.test'),
    });
  });
});
