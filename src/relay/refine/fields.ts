/** The fields of something of unknown shape. */
export type Fields = Partial<Record<string, unknown>>;

/** An object's own fields; none if it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' ? { ...value } : {};
}

/** `value` if it is a text, else ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The members of a list that is chained by `next`, at most so many: whoever made the chain may have made it endless. */
export function chained(first: unknown, most: number): Fields[] {
  const items: Fields[] = [];
  for (let item = first; item && items.length < most;) {
    const { next, ...fields } = fieldsOf(item);
    items.push(fields);
    item = next;
  }
  return items;
}
