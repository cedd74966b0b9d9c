import { absolute } from '../address.ts';
import { type Fields, textOf } from './fields.ts';

/** What the relay was told by the browser (`SeenResource`, `SeenViolation`), made a whole record. */
export function readSeen(raw: Fields): Fields {
  return 'element' in raw ? readResource(raw) : readViolation(raw);
}

const WITHOUT_PLACE = { name: '', stack: '', line: 0, column: 0 };

function readResource({ element, address, base, ...stamp }: Fields): Fields {
  const source = absolute(textOf(address), textOf(base));
  return { ...stamp, ...WITHOUT_PLACE, message: `Failed to load ${textOf(element)}: ${source}`, source };
}

function readViolation(raw: Fields): Fields {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber, ...stamp } = raw;
  const blocked = { ...stamp, message: `Blocked by ${textOf(effectiveDirective)}: ${textOf(blockedURI)}` };
  // Chromium and Firefox may blame our script, which made the call, or their own code: only addresses of the web are of the page.
  if (!/^https?:/.test(textOf(sourceFile))) return { ...blocked, ...WITHOUT_PLACE, source: '' };
  return { ...blocked, ...WITHOUT_PLACE, source: sourceFile, line: lineNumber, column: columnNumber };
}
