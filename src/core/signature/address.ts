/** An address taken apart without the URL class: nothing here may throw, and half of what browsers give is no URL. */
export interface Address {
  /** Lower case, without colon; '' for a relative address. */
  scheme: string;
  host: string;
  /** Segments of the path, decoded where possible; no empty ones. */
  segments: string[];
}

function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export function readAddress(text: string): Address {
  // A parameter of the path (`;jsessionid=…`) is of one visit.
  const bare = text
    .slice(0, 2_048)
    .replace(/[?#].*$/s, '')
    .replace(/(?<=\/[^/]*);[^/]*/g, '');
  const found = /^([a-z][a-z0-9+.-]*):(\/\/)?/i.exec(bare);
  const scheme = found?.[1]?.toLowerCase() ?? '';
  const rest = found ? bare.slice(found[0].length) : bare;
  const hasHost = found ? found[2] !== undefined : bare.startsWith('//');
  const parts = (found ? rest : rest.replace(/^\/\//, '')).split('/');
  const host = hasHost ? (parts.shift() ?? '').replace(/^.*@/, '').toLowerCase() : '';
  return { scheme, host, segments: parts.map(decode).filter((part) => part !== '' && part !== '.') };
}
