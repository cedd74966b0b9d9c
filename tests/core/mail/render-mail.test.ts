// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTemplate } from '../../../src/core/mail/default-templates.ts';
import {
  MAIL_TEMPLATES,
  type MailAudience,
  type MailLanguage,
  type MailModel,
} from '../../../src/core/mail/mail-template.ts';
import { renderMail, templateProblems } from '../../../src/core/mail/render-mail.ts';

const MODEL: MailModel = {
  number: 'V-7K3FQ2',
  state: 'Résolu',
  project: 'Gîtes',
  title: 'TypeError: x is not a function (cart.js:12)',
  error: 'Uncaught TypeError: x is not a function',
  place: 'cart.js:12',
  page: 'https://gites.example/panier',
  first_seen: '24 novembre 2026, 10:00',
  last_seen: '25 novembre 2026, 11:30',
  occurrences: '12',
  clients: '3',
  resolution: 'Pas revue depuis 24 h',
  message: 'Videz le cache, puis réessayez.',
  link: '',
  reader: 'Zoé',
};

const EVERY = MAIL_TEMPLATES.flatMap((name) =>
  (['client', 'admin'] as const).flatMap((audience) =>
    (['fr', 'en'] as const).map((language) => ({ name, audience, language })),
  ),
);

function render(name: (typeof MAIL_TEMPLATES)[number], audience: MailAudience, language: MailLanguage, model = MODEL) {
  return renderMail(defaultTemplate(name, audience, language), model, language);
}

function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

describe.each(EVERY)('$name for a $audience in $language', ({ name, audience, language }) => {
  it('can be used, and leaves no tag and no empty fact behind', () => {
    expect(templateProblems(defaultTemplate(name, audience, language))).toEqual([]);
    for (const model of [
      MODEL,
      { ...MODEL, reader: '', page: '', place: '', resolution: '', link: 'https://v.example/t' },
    ]) {
      const { subject, text, html } = render(name, audience, language, model);
      for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|\}\}|undefined|null/);
      expect(subject).toContain('V-7K3FQ2');
      expect(text).not.toMatch(/\n{3}/);
    }
  });

  it('says the same as text and as HTML', () => {
    const { text, html } = render(name, audience, language);
    const words = (bodyOf(html).textContent ?? '').replace(/\s+/g, ' ');
    for (const line of text.split('\n').filter((each) => each !== '' && each !== '--'))
      for (const part of line.split(/(?<=^[^:]{1,30}): /)) expect(words).toContain(part.replace(/\s+/g, ' ').trim());
  });
});

it('tells clients nothing that a page said', () => {
  for (const { name, language } of EVERY) {
    const mail = render(name, 'client', language);
    for (const part of [MODEL.title, MODEL.error, MODEL.place, MODEL.page])
      expect(JSON.stringify(mail)).not.toContain(part);
  }
});

it('names the state in the subject', () => {
  const subjects = MAIL_TEMPLATES.map((name) => render(name, 'admin', 'fr').subject);
  expect(subjects.slice(0, 3).map((subject) => subject.split(' V-')[0])).toEqual([
    '[Nouveau]',
    '[De retour]',
    '[Clos]',
  ]);
  expect(render('ticket-message', 'client', 'fr').subject).toMatch(/^\[Résolu\] Gîtes : /);
});

it('shows the state and the application above all else', () => {
  const shown = EVERY.map(({ name, audience, language }) => {
    const { subject, html } = render(name, audience, language);
    const [state = '', project = ''] = [...bodyOf(html).querySelectorAll('p:first-of-type span')].map(
      (part) => part.textContent ?? '',
    );
    return [subject.startsWith(`[${state}] `), project];
  });
  expect(new Set(shown.map(String))).toEqual(new Set(['true,Gîtes']));
});

it('is laid out by tables and inline styles, loads nothing, and says that it has dark colours', () => {
  for (const { name, audience, language } of EVERY) {
    const { html } = render(name, audience, language);
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('link, script, img, iframe, form, [src], [srcset], [background]')).toHaveLength(0);
    expect(page.querySelector('meta[name="color-scheme"]')?.getAttribute('content')).toBe('light dark');
    expect(page.querySelector('style')?.textContent).toContain('@media (prefers-color-scheme: dark)');
    expect(html).not.toMatch(/display:\s*(?:flex|grid)|url\(|@import/i);
    for (const table of page.querySelectorAll('table')) expect(table.getAttribute('role')).toBe('presentation');
    for (const part of page.querySelectorAll('.sheet, .page, .box, .quiet'))
      expect(part.getAttribute('style')).toMatch(/(?:background|color):/);
  }
});

it('never lets a value become markup or a line of its own in the subject', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=y>',
      '{{number}}',
      'a\r\nBcc: all@example.com',
      '\0\u202Egnp',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...EVERY), (text, { name, language }) => {
      const model = { ...MODEL, title: text, error: text, page: text, message: text, project: text, reader: text };
      const { subject, html } = render(name, 'admin', language, model);
      expect(subject).not.toMatch(/[\r\n\0]/);
      const allowed = new Set(['DIV', 'TABLE', 'TBODY', 'TR', 'TD', 'H1', 'P', 'A', 'SPAN', 'BR']);
      const found = [...bodyOf(html).querySelectorAll('*')].map(({ tagName }) => tagName);
      expect(found.filter((tag) => !allowed.has(tag))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('keeps the signs of French and the number of a ticket from being torn apart', () => {
  const { text, html } = render('ticket-closed', 'admin', 'fr');
  expect(text).toContain('Résolution\u00A0: Pas revue');
  expect(text).not.toMatch(/ [:;?!]/);
  expect(bodyOf(html).textContent).not.toMatch(/ [:;?!]/);
  expect(html).toContain('<span style="white-space:nowrap;">V-7K3FQ2</span>');
});

it('greets nobody twice: a message begins as whoever wrote it began', () => {
  const message = 'Bonjour,\n\nVidez le cache.';
  expect(render('ticket-message', 'client', 'fr', { ...MODEL, message }).text.match(/Bonjour/g)).toHaveLength(1);
});

it('escapes even what a template asks for as it is', () => {
  const { html, subject } = renderMail(
    { subject: '{{{title}}}', text: '{{&title}}', html: '{{{title}}} {{&title}}' },
    { ...MODEL, title: '<b>x</b>' },
    'fr',
  );
  expect(bodyOf(html).querySelector('b')).toBeNull();
  expect(subject).toBe('<b>x</b>');
});

it('keeps an error of 10,000 characters short, and leaves what a person wrote whole', () => {
  const long = 'x'.repeat(10_000);
  expect(render('error-detected', 'admin', 'fr', { ...MODEL, error: long }).text.length).toBeLessThan(3_000);
  const { text, html } = render('ticket-message', 'client', 'fr', { ...MODEL, message: long });
  for (const part of [text, html]) expect(part).toContain(long);
});

it('names what is wrong with a template of somebody’s own', () => {
  expect(templateProblems({ subject: '{{#a}}', text: 'fine', html: '{{/b}}' }).map(({ part }) => part)).toEqual([
    'subject',
    'html',
  ]);
});
