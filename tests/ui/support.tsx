import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { vi } from 'vitest';
import type { MessageName, RequestOf } from '../../src/messages/protocol.ts';
import type { Language } from '../../src/platform/i18n.ts';
import { db } from '../../src/ui/data/database.ts';
import { SpeakLanguage } from '../../src/ui/shell/language.tsx';

/** What the extension's own pages send. */
type OwnMessage = Exclude<MessageName, `capture.${string}`>;
export type OwnRequest = { [N in OwnMessage]: RequestOf<N> }[OwnMessage];

/** Does something and lets the screen follow at once, effects included. */
function flush(work: () => void): void {
  void act(work);
}

let host: HTMLElement | null = null;

/** Puts something on the page in one language. Anything shown before is taken away. */
export function show(children: ComponentChildren, language: Language = 'en'): HTMLElement {
  hide();
  const place = document.body.appendChild(document.createElement('div'));
  host = place;
  flush(() => render(<SpeakLanguage language={language}>{children}</SpeakLanguage>, place));
  return place;
}

/** Shows the same in another language, or with other properties, without losing its state. */
export function showAgain(children: ComponentChildren, language: Language = 'en'): void {
  const place = host;
  if (place === null) throw new Error('nothing is shown yet');
  flush(() => render(<SpeakLanguage language={language}>{children}</SpeakLanguage>, place));
}

export function hide(): void {
  const shown = host;
  if (shown === null) return;
  flush(() => render(null, shown));
  shown.remove();
  host = null;
}

/** The page's text with its no-break spaces as plain ones, which tests can write. */
export function text(element: Element | null = document.body): string {
  return (element?.textContent ?? '').replace(/[\u00A0\u202F]/gu, ' ');
}

/** Long enough for a machine that is busy with other tests; what is said comes within milliseconds elsewhere. */
const PATIENCE = { timeout: 15_000, interval: 10 };
vi.setConfig({ testTimeout: 60_000 });

/** Waits until this holds. */
export function until(check: () => void): Promise<void> {
  return vi.waitFor(check, PATIENCE);
}

/** Waits until the page says this. */
export function says(expected: string): Promise<void> {
  return until(() => {
    if (!text().includes(expected)) throw new Error(`not on the page: ${expected}\n${text()}`);
  });
}

/** The one element that matches and holds the text. */
export function find(selector: string, containing = ''): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => text(each).includes(containing));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${String(found.length)} × ${selector} with "${containing}" in: ${text()}`);
  }
  return only;
}

export function click(selector: string, containing = ''): void {
  const target = find(selector, containing);
  flush(() => target.click());
}

/** Presses a key where the focus is, as a keyboard does. */
export function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true });
  flush(() => void (document.activeElement ?? document.body).dispatchEvent(event));
}

/** Changes the address within the page, as a link does. */
export function go(hash: string): void {
  flush(() => {
    history.pushState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

/** Types into a field as a person does: the whole text at once. */
export function type(selector: string, value: string): void {
  const field = find(selector);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error(`${selector} is no field`);
  flush(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Chooses a value in a list, as a person does. */
export function choose(selector: string, value: string): void {
  const field = find(selector);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`${selector} is no list`);
  flush(() => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** The control that bears this label, within a part of the page. */
export function labelled(label: string, within = 'body'): string {
  return `#${CSS.escape(find(`${within} label`, label).getAttribute('for') ?? '')}`;
}

/** Sends a form off, as Enter or its button does. */
export function submit(selector: string): void {
  const form = find(selector);
  flush(() => void form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}

/** Empties the database that the screens read. */
export async function emptyDatabase(): Promise<void> {
  await Promise.all(db.tables.map((table) => table.clear()));
}

/** Takes what the screens send to the background; an Error is a refusal. */
export function answerMessages(answer: (message: OwnRequest) => unknown = () => null) {
  const asked = vi.fn(async (message: OwnRequest) => answer(message));
  Object.assign(fakeBrowser.runtime, { sendMessage: asked });
  return asked;
}
