/** Every Danish word of the bar under a page of the past. */

export const da = {
  name: "Sådan stod det",
  before: "Forrige hændelse",
  after: "Næste hændelse",
  history: "Historik",
  compare: "Sammenlign med nu",
  last: (position: number) => `Sådan stod det efter hændelse ${position}:`,
  first: "Da var der ikke sket noget.",
  farBack: "Klyngens seneste hændelse ligger langt før.",
};

export type ReplayWords = typeof da;
