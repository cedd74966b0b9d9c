import { browser } from './browser.ts';

/** The language of the browser's own menus, such as "fr" or "en-GB"; it can differ from what it tells to pages. */
export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}
