/** Where the session of a project is kept: by the browser, out of reach of every page. */
export interface SessionStorage {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
}

/** The name under which the session of a project is kept: the token of one never goes to another. */
export function sessionKey(url: string): string {
  return `team-session ${url}`;
}
