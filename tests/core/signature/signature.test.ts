import { describe, expect, test } from 'vitest';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { chromium, gecko, sign } from './facts.ts';

const READ = "Cannot read properties of undefined (reading 'id')";
const FRAMES = ['AutoTicketSystem.createTicket /js/auto-ticket-system.js:579:21', '- /js/auto-ticket-system.js:120:9'];
const GUIDE = 'auto-ticket-system.js|Cannot read properties of undefined|579';

const of = (captured: Parameters<typeof signatureOf>[0]): string => signatureOf(captured).signature;

const logged = {
  ...chromium('TypeError', READ, FRAMES, 'console_error'),
  console_args: ['render failed', `TypeError: ${READ}`],
};

describe("the guide's example", () => {
  test('comes out exactly, from a stack', () => {
    expect(of(chromium('TypeError', READ, FRAMES))).toBe(GUIDE);
  });

  test.each([
    '/auto-ticket-system.js',
    '/js/auto-ticket-system.js?v=41',
    '/admin/assets/auto-ticket-system.min.js',
    '/auto-ticket-system-DANHKY2G.js',
  ])('comes out exactly, wherever the file lies: %s', (path) => {
    expect(of(chromium('TypeError', READ, [`checkDuplicate ${path}:579:21`, '- /js/main.js:3:4']))).toBe(GUIDE);
  });

  test('comes out exactly, from the event alone', () => {
    expect(
      sign({
        message: `Uncaught TypeError: ${READ}`,
        source: 'https://app.example.fr/auto-ticket-system.js',
        line: 579,
        column: 21,
      }),
    ).toBe(GUIDE);
  });

  test('comes out exactly, in Firefox and Safari', () => {
    expect(of(gecko('TypeError', 'can\'t access property "id", ticket.client is undefined', FRAMES))).toBe(GUIDE);
    expect(
      of(
        gecko('TypeError', "undefined is not an object (evaluating 'ticket.client.id')", FRAMES, 'js_error', 'safari'),
      ),
    ).toBe(GUIDE);
  });

  test('comes out exactly, through another channel', () => {
    expect(of(chromium('TypeError', READ, FRAMES, 'unhandled_rejection'))).toBe(GUIDE);
    expect(of(logged)).toBe(GUIDE);
  });

  test('names its parts, its frame and the raw position', () => {
    const signed = signatureOf(chromium('TypeError', READ, FRAMES));
    expect(signed.parts).toEqual({
      source: 'auto-ticket-system.js',
      message: 'Cannot read properties of undefined',
      line: 579,
      because: 'in-app frame',
    });
    expect(signed.frame).toMatchObject({ name: 'AutoTicketSystem.createTicket', line: 579 });
    expect(signed).toMatchObject({
      source: 'https://app.example.fr/js/auto-ticket-system.js',
      line: 579,
      column: 21,
      version: 4,
    });
  });
});

const cardSign = (name: string, column: number, property: string): string =>
  of(
    chromium('TypeError', `Cannot read properties of undefined (reading '${property}')`, [
      `A.${name} /assets/chunk-OXRS4TFK.js:1:${column}`,
    ]),
  );

const atColumn = (column: number): string =>
  of(chromium('TypeError', READ, [`- /assets/chunk-OXRS4TFK.js:1:${column}`]));

const thrownFrom = (frames: string[]): string => of(chromium('Error', 'no session', frames));

describe('bundles on one line', () => {
  test('are told apart by function and property', () => {
    expect(cardSign('Mt', 3369, 'name')).not.toBe(cardSign('Ee', 3369, 'name'));
    expect(cardSign('Mt', 3369, 'name')).not.toBe(cardSign('Mt', 3369, 'total'));
  });

  test('are the same in another engine, which measures columns otherwise', () => {
    const firefox = gecko('TypeError', 'can\'t access property "name", t.guest is undefined', [
      'Mt /assets/chunk-OXRS4TFK.js:1:3360',
    ]);
    expect(of(firefox)).toBe(cardSign('Mt', 3369, 'name'));
  });

  test('are told apart by their column where functions have no name', () => {
    expect(atColumn(26_593)).toBe(atColumn(26_587));
    expect(atColumn(26_593)).not.toBe(atColumn(31_200));
  });

  test('name the caller of what throws, unless an entry page called', () => {
    const thrower = 'ee /assets/app-BtgzfaOP.js:1:2585';
    expect(thrownFrom([thrower, 'fe /assets/app-BtgzfaOP.js:1:2665'])).not.toBe(
      thrownFrom([thrower, 'ge /assets/app-BtgzfaOP.js:1:2899']),
    );
    expect(thrownFrom([thrower, 'start /assets/kiosk-Bb_Y7-z2.js:1:90'])).toBe(
      thrownFrom([thrower, '- /assets/index-RftTl1kN.js:1:10']),
    );
  });
});

const asserted = (line: number): string =>
  of(
    chromium('RuleError', 'value required', ['must /src/utils/assert.js:4:9', `Visit.close /src/visits.js:${line}:5`]),
  );

const failingInLibrary = (property: string): string =>
  of(
    chromium('TypeError', `Cannot read properties of undefined (reading '${property}')`, [
      'T.each /lib/jquery.min.js:2:2869',
      'draw /js/page.js:14:20',
    ]),
  );

describe('helpers and libraries on top', () => {
  test('make their caller the bug', () => {
    expect(asserted(12)).toBe('visits.js|value required|12');
    expect(asserted(19)).not.toBe(asserted(12));
  });

  test('keep the property apart, which the line of the caller does not tell', () => {
    expect(failingInLibrary('length')).toBe("page.js|Cannot read properties of undefined (reading 'length')|14");
    expect(failingInLibrary('name')).not.toBe(failingInLibrary('length'));
  });

  test('stay the place when a framework called them back', () => {
    const shared = chromium('TypeError', READ, [
      'Card /src/shared/card.js:30:7',
      'Xo /assets/vendor-CiWEcMKH.js:48:95640',
      '- /src/main.js:3:1',
    ]);
    expect(of(shared)).toBe('card.js|Cannot read properties of undefined|30');
  });

  test('stay the place when nothing of the application is below', () => {
    expect(
      of(
        chromium(
          'Error',
          'gave up',
          ['- /src/utils/net.js:36:13', 'async drain /src/kiosk.js:8:5'],
          'unhandled_rejection',
        ),
      ),
    ).toBe('net.js|gave up|36');
  });

  test('leave out constructors of errors, which V8 does not show', () => {
    const frames = ['loadStays /src/stays.js:15:11', '- /src/main.js:4:72'];
    const v8 = of(chromium('ApiError', 'Status 500', frames, 'unhandled_rejection'));
    expect(of(gecko('ApiError', 'Status 500', ['ApiError /src/http.js:5:5', ...frames], 'unhandled_rejection'))).toBe(
      v8,
    );
  });

  test('do not take a function that shows errors for a constructor', () => {
    const shown = {
      ...gecko('', 'no answer', ['afficherErreur /js/page.js:9:5', '- /js/main.js:3:4'], 'console_error'),
      console_args: ['no answer'],
    };
    expect(of(shown)).toBe('page.js|no answer|9');
  });

  test('reach the application across an await, not across what only Firefox tells', () => {
    const axios = ['kn /assets/vendor-CiWEcMKH.js:52:10809', 'async load /src/agenda.js:12:20'];
    const failed = 'Request failed with status code 500';
    expect(of(chromium('AxiosError', failed, axios, 'unhandled_rejection'))).toBe(`agenda.js|${failed}|12`);
    const timer = gecko('Error', 'gave up', ['wait/< /src/page.js:36:13'], 'unhandled_rejection');
    const scheduled = {
      ...timer,
      stack: `${timer.stack}setTimeout handler*wait@https://app.example.fr/src/page.js:30:1\n`,
    };
    expect(of(scheduled)).toBe('page.js|gave up|36');
  });
});

const overflow = (top: string): string[] => [top, ...Array.from({ length: 8 }, () => 'prune /js/map.js:20:14')];

describe('a stack that overflowed', () => {
  test('is named by the call that repeats, wherever it ended', () => {
    const one = of(chromium('RangeError', 'Maximum call stack size exceeded', overflow('prune /js/map.js:18:19')));
    expect(of(gecko('InternalError', 'too much recursion', overflow('prune /js/map.js:19:9')))).toBe(one);
    expect(one).toBe('map.js|Maximum call stack size exceeded|20');
  });
});

const ring = (first: string, second: string, rounds: number): string[] =>
  Array.from({ length: rounds }, (_, index) => (index % 2 === 0 ? first : second));

describe('functions that call each other without end', () => {
  test('are one place, whichever of them the stack ended in', () => {
    const [rank, weigh] = ['rank /js/tree.js:9:12', 'weigh /js/tree.js:25:14'];
    const message = 'Maximum call stack size exceeded';
    const stacks = [ring(rank, weigh, 10), ring(weigh, rank, 10), ring(rank, weigh, 9), ring(weigh, rank, 9)];
    const signatures = stacks.map((frames) => of(chromium('RangeError', message, frames)));
    expect(new Set(signatures)).toEqual(new Set([`tree.js|${message}|9`]));
  });
});

const plugin = (called: string): string =>
  of(
    chromium('TypeError', "Cannot read properties of undefined (reading 'length')", [
      `${called} /stock/jquery.inventory.js:5:30`,
      'T.each /lib/jquery.min.js:2:2869',
      'openInventory /js/stock.js:3:12',
    ]),
  );

describe("a plugin's failure", () => {
  test('is the place that used the plugin, and the function of the plugin that stumbled', () => {
    expect(plugin('columns')).toBe("stock.js|Cannot read properties of undefined (reading 'length' in columns)|3");
    expect(plugin('shelves')).not.toBe(plugin('columns'));
  });

  test('says no function that a minifier named or nobody did', () => {
    expect(plugin('kt')).toBe(plugin('HTMLDivElement.<anonymous>'));
  });
});

describe('a function without a name on an endless line', () => {
  test('stands at one column in every engine, which begin to count at other ends of what failed', () => {
    const v8 = chromium('TypeError', "Cannot read properties of undefined (reading 'listen')", ['- /app.js:1:555']);
    const firefox = gecko('TypeError', 'can\'t access property "listen", e.subscription is undefined', [
      '- /app.js:1:540',
    ]);
    expect(of(v8)).toBe("app.js|Cannot read properties of undefined (reading 'listen') at ~6|1");
    expect(of(firefox)).toBe(of(v8));
  });
});

const inlineOn = (path: string): string => of(chromium('ReferenceError', 'gtag is not defined', [`- ${path}:10:3`]));

describe('code in the page', () => {
  test('is the same on every page', () => {
    expect(inlineOn('/gites/moulin-bleu')).toBe('(page)|gtag is not defined|10');
    expect(inlineOn('/reservation/R-2025-3/etape-2')).toBe(inlineOn('/gites/moulin-bleu'));
  });

  test('has no line in an attribute, where engines count differently', () => {
    const v8 = of(
      chromium('ReferenceError', 'openPhotos is not defined', ['HTMLButtonElement.onclick /gites/moulin-bleu:19:52']),
    );
    const firefox = of(gecko('ReferenceError', 'openPhotos is not defined', ['onclick /gites/moulin-bleu:1:1']));
    expect(v8).toBe('(page)|openPhotos is not defined in onclick|0');
    expect(firefox).toBe(v8);
  });
});

const FAILING = "Cannot read properties of null (reading 'x')";

describe('browser extensions', () => {
  test('are one source, told apart by function and line', () => {
    const v8 = of(chromium('TypeError', FAILING, ['plug chrome-extension://abcdefgh/panel.js:5:20']));
    const firefox = of(
      gecko('TypeError', 'can\'t access property "x", panel is null', ['plug moz-extension://0a1b-2c3d/panel.js:5:20']),
    );
    expect(v8).toBe("(extension)|Cannot read properties of null (reading 'x') in plug|5");
    expect(firefox).toBe(v8);
  });

  test('that wrap a call of the page do not own its failure', () => {
    const frames = ['window.fetch chrome-extension://abcdefgh/main.js:1:90', 'load /src/stays.js:15:11'];
    expect(of(chromium('TypeError', 'Failed to fetch', frames, 'unhandled_rejection'))).toBe(
      'stays.js|Failed to fetch|15',
    );
  });
});
