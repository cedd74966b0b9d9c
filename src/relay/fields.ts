/** The fields of something of unknown shape. */
export type Fields = Partial<Record<string, unknown>>;

/** An object's own fields; none if it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' ? { ...value } : {};
}

/** A whole number from zero to a milliard; zero for everything else. */
export function whole(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.round(value), 1e9) : 0;
}

/** The members of a list that is chained by `next`, `most` of them at most: the chain may be a circle or have no end. */
export function chained(first: unknown, most: number): Fields[] {
  const items: Fields[] = [];
  for (let item = first; item && items.length < most;) {
    const fields = fieldsOf(item);
    items.push(fields);
    item = fields['next'];
  }
  return items;
}
