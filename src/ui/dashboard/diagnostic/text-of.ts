/** What a map says of a key that comes from the database, where any word can stand. */
export function textOf<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
