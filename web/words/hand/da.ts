/** Danish words of raised hands, and of many who are online. */

export const da = {
  raise: "Ræk hånden op",
  lower: "Tag hånden ned",
  offline: "Kan først rækkes op, når siden er forbundet.",
  up: (n: number) => `Hænder oppe: ${n}`,
  isUp: ", hånden oppe",
  raised: (name: string) => `${name} rækker hånden op.`,
  ownUp: (n: number) => `Din hånd er oppe. Du er nummer ${n} i rækken.`,
  ownDown: "Din hånd er nede.",
  lowerShort: "Tag ned",
  lowerOf: (name: string) => `Tag ned: hånden for ${name}`,
  many: "Der er for mange online til at nævne dem alle.",
};

export type HandWords = typeof da;
