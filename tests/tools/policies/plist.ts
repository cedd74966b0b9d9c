import { createHash } from 'node:crypto';

/** What a property list can say of JSON. */
export type PlistValue = string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue };

/** Stays the same for the same name, so that a profile replaces the one before instead of standing beside it. */
function uuidOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex').toUpperCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** A part of a configuration profile of macOS, or the profile itself. */
export function payload(type: string, identifier: string, content: Record<string, PlistValue>): PlistValue {
  return {
    PayloadType: type,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(identifier),
    PayloadVersion: 1,
    ...content,
  };
}

export function plist(value: PlistValue): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...element(value),
    '</plist>',
    '',
  ].join('\n');
}

function element(value: PlistValue): string[] {
  if (typeof value === 'string') return [`<string>${escaped(value)}</string>`];
  if (typeof value === 'number') return [`<integer>${value}</integer>`];
  if (typeof value === 'boolean') return [value ? '<true/>' : '<false/>'];
  if (isList(value)) return ['<array>', ...indented(value.flatMap(element)), '</array>'];
  const entries = Object.entries(value).flatMap(([key, inner]) => [`<key>${escaped(key)}</key>`, ...element(inner)]);
  return ['<dict>', ...indented(entries), '</dict>'];
}

function isList(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
