/** Where the session of a project is kept: by the browser, out of reach of every page. */
export interface SessionStorage {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
}

/** The name under which the session is kept. One project at a time. */
export const SESSION_KEY = 'team-session';
