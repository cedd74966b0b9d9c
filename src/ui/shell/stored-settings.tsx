import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import { settings } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery, type Live } from '../data/use-live-query.ts';

const SettingsContext = createContext<Live<Settings>>({ state: 'loading' });

export const ProvideSettings = SettingsContext.Provider;

/** The settings as stored, live: asked once for the whole page. */
export function useSettings(): Live<Settings> {
  return useContext(SettingsContext);
}

/** Asks the database for the settings; for the page's root. */
export function useStoredSettings(): Live<Settings> {
  return useLiveQuery(async () => (await settings(db)).settings, []);
}

/** How the person at this browser is named on tickets; '' where the options do not say. */
export function useOwnName(): string {
  const live = useSettings();
  if (live.state !== 'ready') return '';
  const { client_email, client_id } = live.data.identity;
  return client_email || client_id;
}
