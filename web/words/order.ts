/** Danish order: å last, aa as å, numbers by their value. */
const collator = new Intl.Collator("da", { numeric: true });

export function inDanishOrder(a: string, b: string): number {
  return collator.compare(a, b);
}
