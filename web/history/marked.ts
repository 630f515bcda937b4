/** Which pieces of an excerpt are the words that were searched for. */

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export function piecesOf(excerpt: string, words: readonly string[]): readonly Piece[] {
  const sought = [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  if (sought.length === 0) return [{ text: excerpt, found: false }];
  const either = new RegExp(`(${sought.map(escaped).join("|")})`, "giu");
  const lower = new Set(sought.map((word) => word.toLocaleLowerCase("da")));
  return excerpt
    .split(either)
    .filter((text) => text !== "")
    .map((text) => ({ text, found: lower.has(text.toLocaleLowerCase("da")) }));
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
