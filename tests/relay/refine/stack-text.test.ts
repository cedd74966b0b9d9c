import { describe, expect, test } from 'vitest';
import { cleanStack, placeOf, withoutCode, withoutMessageLines } from '../../../src/relay/refine/stack-text.ts';
import { MAX_FRAMES, MAX_STACK } from '../../../src/relay/wire.ts';

const APP = 'https://app.example/js/a.js';

describe('the place of a stack', () => {
  test.each([
    ['a function in Chromium', `TypeError: x\n    at f (${APP}:2:20)\n    at g (${APP}:3:1)`, [APP, 2, 20]],
    ['a frame without a name', `    at ${APP}:4:5`, [APP, 4, 5]],
    ['an async frame without a name', `    at async ${APP}:6:7`, [APP, 6, 7]],
    ['an async method', `    at async Object.load [as get] (${APP}:6:7)`, [APP, 6, 7]],
    ['an address with brackets', '    at f (http://x/a(1).js:8:9)', ['http://x/a(1).js', 8, 9]],
    [
      'frames of the engine first',
      `    at JSON.parse (<anonymous>)\n    at new Promise (<anonymous>)\n    at f (${APP}:1:2)`,
      [APP, 1, 2],
    ],
    ['evaluated code: where it was evaluated', `    at eval (eval at f (${APP}:1:2), <anonymous>:3:4)`, [APP, 1, 2]],
    ['evaluated twice', `    at eval (eval at g (eval at f (${APP}:1:2)), <anonymous>:3:4)`, [APP, 1, 2]],
    ['a bundler’s own scheme', '    at f (webpack://shop/./src/a.js?:9:17)', ['webpack://shop/./src/a.js?', 9, 17]],
    ['a list index that only looks like a frame', `    at async Promise.all (index 0)\n    at ${APP}:1:2`, [APP, 1, 2]],
    ['Firefox', `f@${APP}:2:15\n@${APP}:3:29\n`, [APP, 2, 15]],
    ['Firefox, a scoped package', 'f@https://cdn.example/@scope/p.js:1:2', ['https://cdn.example/@scope/p.js', 1, 2]],
    ['Firefox, evaluated code as the event names it', `@${APP} line 3 > eval:1:5`, [`${APP} line 3 > eval`, 1, 5]],
    ['native code of Safari', `setItem@[native code]\nsave@${APP}:30:18`, [APP, 30, 18]],
    ['a message that looks like one', `Error: at f (${APP}:7:7)\n    at g (${APP}:1:1)`, [APP, 1, 1]],
    ['nothing', '', ['', 0, 0]],
    ['only a name', 'TimeoutError: signal timed out', ['', 0, 0]],
  ])('%s', (_title, stack, [source, line, column]) => {
    expect(placeOf(stack)).toEqual({ source, line, column });
  });

  test('is found in a hostile stack without much work', () => {
    const hostile = `    at ${' ('.repeat(MAX_STACK / 2)}:1:2`;
    const many = '    at (((((:1:\n'.repeat(MAX_STACK / 16);
    const start = performance.now();
    for (let i = 0; i < 50; i += 1) {
      placeOf(hostile);
      placeOf(many);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('a clean stack', () => {
  test('has no frame of our own, in either browser', () => {
    const chromium = `TypeError: Failed to fetch\n    at Object.d [as apply] (vigie-capture.js:1:2868)\n    at f (${APP}:1:2)`;
    expect(cleanStack(chromium, false)).toBe(`TypeError: Failed to fetch\n    at f (${APP}:1:2)`);
    expect(cleanStack(`d@vigie-capture.js:1:2868\nf@${APP}:1:2\n`, true)).toBe(`f@${APP}:1:2\n`);
  });

  test('of a call has no first line with a name', () => {
    expect(cleanStack(`Error\n    at f (${APP}:1:2)`, true)).toBe(`    at f (${APP}:1:2)`);
    expect(cleanStack('Error', true)).toBe('');
  });

  test('of an error keeps its text, of several lines too', () => {
    const stack = `Error: one\ntwo\n\nthree\n    at f (${APP}:1:2)`;
    expect(cleanStack(stack, false)).toBe(stack);
  });

  test('has no more frames than the limit', () => {
    const stack = `Error: x\n${`    at f (${APP}:1:2)\n`.repeat(200)}`;
    expect(
      cleanStack(stack, false)
        .split('\n')
        .filter((line) => line.startsWith('    at ')),
    ).toHaveLength(MAX_FRAMES);
  });
});

describe('code that stands in an address', () => {
  test.each([
    ['    at data:text/javascript,throw%20key(1):1:7', '    at data:text/javascript,…:1:7'],
    ['    at f (data:text/javascript;base64,dGhyb3c=:1:7)', '    at f (data:text/javascript;base64,…:1:7)'],
    ["@javascript:throw new Error('of Ann'):1:7", '@javascript:…:1:7'],
    [`f@${APP}?data:1:7`, `f@${APP}?data:1:7`],
  ])('is left out of the frame %s', (frame, clean) => {
    expect(cleanStack(`${frame}\n`, false)).toBe(`${clean}\n`);
  });

  test('is left out of an address alone', () => {
    expect(withoutCode('data:text/javascript,throw')).toBe('data:text/javascript,…');
    expect(withoutCode('javascript:pay(4711)\nthere()')).toBe('javascript:…');
    expect(withoutCode(APP)).toBe(APP);
  });
});

describe('a message of several lines', () => {
  const text = `answer was\n    at Server.run (https://api.example/server.js:9:9)\nat the end`;
  const frame = `    at f (${APP}:1:2)`;

  test.each([
    ['an uncaught error', `Uncaught Error: ${text}`, 'Error'],
    ['a rejection', text, 'Error'],
    ['an argument', `ApiError: ${text}`, 'ApiError'],
  ])('of %s is not taken for frames', (_title, told, name) => {
    expect(withoutMessageLines(`Error: ${text}\n${frame}`, name, ['', told])).toBe(`Error: answer was\n${frame}`);
  });

  test('that does not stand at the beginning changes nothing', () => {
    const stack = `Error: other\n${frame}\n${text}`;
    expect(withoutMessageLines(stack, 'Error', [text])).toBe(stack);
  });
});
