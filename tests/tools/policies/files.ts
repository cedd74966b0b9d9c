import { parseManaged } from '../../../src/core/managed.ts';
import { GECKO_ID } from '../../e2e/harness/built.ts';
import { CHROMIUM_FAMILY, type Origin, STORE } from './browsers.ts';
import { payload, plist, type PlistValue } from './plist.ts';
import { registryFile } from './registry.ts';

/** What an administrator gives to the extension, by key. */
export type PolicyValues = Record<string, PlistValue>;

/**
 * The files with which the browsers of every system install the extension and give it these values, by name.
 *
 * @throws Error when the extension could not use one of the values.
 */
export function policyFiles(values: PolicyValues, origin = STORE): Map<string, string> {
  const { problems } = parseManaged(values);
  if (problems.length > 0) throw new Error(problems.map(({ key, detail }) => `${key}: ${detail}`).join('\n'));
  const files = new Map([
    ['chromium.json', json(chromium(values, origin))],
    ['firefox.json', json({ policies: firefox(values, origin) })],
    ['firefox-windows.reg', firefoxRegistry(values, origin)],
    ['firefox-macos.mobileconfig', firefoxProfile(values, origin)],
  ]);
  for (const [name, browser] of Object.entries(CHROMIUM_FAMILY)) {
    files.set(`${name}-windows.reg`, chromiumRegistry(browser.registry, values, origin));
    files.set(`${name}-macos.mobileconfig`, chromiumProfile(browser, values, origin));
  }
  return files;
}

/** Installed without asking, and kept where people see it. */
const inChromium = ({ updateUrl }: Origin) => ({
  installation_mode: 'force_installed',
  update_url: updateUrl,
  toolbar_pin: 'force_pinned',
});
const inFirefox = ({ installUrl }: Origin) => ({
  installation_mode: 'force_installed',
  install_url: installUrl,
  default_area: 'navbar',
});

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function chromium(values: PolicyValues, origin: Origin) {
  return {
    ExtensionSettings: { [origin.id]: inChromium(origin) },
    '3rdparty': { extensions: { [origin.id]: values } },
  };
}

function firefox(values: PolicyValues, origin: Origin) {
  return {
    ExtensionSettings: { [GECKO_ID]: inFirefox(origin) },
    '3rdparty': { Extensions: { [GECKO_ID]: values } },
  };
}

function chromiumRegistry(key: string, values: PolicyValues, origin: Origin): string {
  return registryFile({
    [`${key}\\ExtensionSettings\\${origin.id}`]: inChromium(origin),
    [`${key}\\3rdparty\\extensions\\${origin.id}\\policy`]: values,
  });
}

function firefoxRegistry(values: PolicyValues, origin: Origin): string {
  const key = 'Mozilla\\Firefox';
  return registryFile({
    [`${key}\\ExtensionSettings\\${GECKO_ID}`]: inFirefox(origin),
    [`${key}\\3rdparty\\Extensions\\${GECKO_ID}`]: values,
  });
}

type ChromiumBrowser = (typeof CHROMIUM_FAMILY)[keyof typeof CHROMIUM_FAMILY];

function chromiumProfile({ title, domain }: ChromiumBrowser, values: PolicyValues, origin: Origin): string {
  const { ExtensionSettings } = chromium(values, origin);
  return profile(title, [
    payload(domain, `invalid.vigie.${domain}`, { ExtensionSettings }),
    payload(`${domain}.extensions.${origin.id}`, `invalid.vigie.${domain}.values`, values),
  ]);
}

function firefoxProfile(values: PolicyValues, origin: Origin): string {
  const domain = 'org.mozilla.firefox';
  const content = { EnterprisePoliciesEnabled: true, ...firefox(values, origin) };
  return profile('Firefox', [payload(domain, `invalid.vigie.${domain}`, content)]);
}

function profile(browser: string, content: PlistValue[]): string {
  const name = `Vigie for ${browser}`;
  return plist(
    payload('Configuration', `invalid.vigie.${browser.replaceAll(' ', '-')}`, {
      PayloadDisplayName: name,
      PayloadScope: 'System',
      PayloadContent: content,
    }),
  );
}
