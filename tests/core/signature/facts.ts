import type { BrowserName, CapturedFacts } from '../../../src/core/occurrence.ts';
import type { ErrorType, HttpFacts } from '../../../src/core/rows.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';

const HOST = 'https://app.example.fr';

/** Facts of an occurrence; what a test does not name is empty. */
export function facts(some: Partial<CapturedFacts> = {}): CapturedFacts {
  const empty = {
    browser: 'chromium',
    error_type: 'js_error',
    message: '',
    name: '',
    source: '',
    line: 0,
    column: 0,
    stack: '',
  } as const;
  return { ...empty, page_url: `${HOST}/bookings/8812`, ...some };
}

export const sign = (some: Partial<CapturedFacts>): string => signatureOf(facts(some)).signature;

/** An error with a stack in the words of Chromium; frames are `name path:line:column`. */
export function chromium(
  name: string,
  message: string,
  frames: readonly string[],
  type: ErrorType = 'js_error',
): CapturedFacts {
  const lines = frames.map((frame) =>
    frame.replace(/^(async )?(\S*) (\S+)$/, (_, link = '', called: string, place: string) => {
      const address = place.includes('://') ? place : `${HOST}${place}`;
      return called === '-' ? `    at ${link}${address}` : `    at ${link}${called} (${address})`;
    }),
  );
  return facts({
    browser: 'chromium',
    error_type: type,
    name,
    message: `${type === 'js_error' ? `Uncaught ${name}: ` : ''}${message}`,
    stack: [`${name}: ${message}`, ...lines].join('\n'),
  });
}

/** The same in the words of Firefox (or Safari). */
export function gecko(
  name: string,
  message: string,
  frames: readonly string[],
  type: ErrorType = 'js_error',
  browser: BrowserName = 'firefox',
): CapturedFacts {
  const lines = frames.map((frame) =>
    frame.replace(/^(async )?(\S*) (\S+)$/, (_, link: string | undefined, called: string, place: string) => {
      const address = place.includes('://') ? place : `${HOST}${place}`;
      return `${link ? 'async*' : ''}${called === '-' ? '' : called}@${address}`;
    }),
  );
  return facts({
    browser,
    error_type: type,
    name,
    message: `${type === 'js_error' ? `${name}: ` : ''}${message}`,
    stack: `${lines.join('\n')}\n`,
  });
}

export function request(http: Partial<HttpFacts>, some: Partial<CapturedFacts> = {}): CapturedFacts {
  return facts({
    error_type: 'http_error',
    http: { method: 'GET', url: `${HOST}/api`, status: 500, duration_ms: 12, error: null, ...http },
    ...some,
  });
}
