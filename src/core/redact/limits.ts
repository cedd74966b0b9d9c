/** At most this many rules of a person's own; with more, every text is dropped. */
export const MAX_RULES = 25;
/** Longest replacement, in UTF-16 units. */
export const MAX_REPLACEMENT = 100;
