/** A list without an array, whose indexes a page could watch: each item leads to the next. */
export interface Chain<Item> {
  first: Item | null;
  last: Item | null;
}

export function emptyChain<Item>(): Chain<Item> {
  return { first: null, last: null };
}

export function append<Item extends { next: Item | null }>(chain: Chain<Item>, item: Item): void {
  item.next = null;
  if (chain.last) chain.last.next = item;
  else chain.first = item;
  chain.last = item;
}
