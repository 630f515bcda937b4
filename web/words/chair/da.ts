/** Danish words of what the chairs do in the meeting room. */

export const da = {
  presses: "For formandskabet",
  person: "Hvem",
  choose: "Vælg",
  reason: "Grund",
  text: "Tekst",
  shut: {
    open: "Luk dørene",
    title: (number: string) => `Luk dørene for punkt ${number}`,
    legalBasis: "Hjemmel",
    legalBasisHint: "Fx forvaltningslovens § 27, stk. 1, nr. 1. Alle kan læse den.",
    titleClosed: "Titlen er også lukket",
    send: "Luk dørene",
    recorded: (number: string) => `Punkt ${number} behandles for lukkede døre.`,
  },
  doors: {
    open: "Åbn dørene",
    title: (number: string) => `Åbn dørene for punkt ${number}`,
    send: "Åbn dørene",
    recorded: (number: string) => `Punkt ${number} er åbent igen.`,
  },
  extract: {
    open: "Offentliggør et uddrag",
    title: (number: string) => `Uddrag af lukket punkt ${number}`,
    hint: "Alle kan læse det. Det træder i stedet for et tidligere uddrag.",
    send: "Offentliggør uddraget",
    recorded: (number: string) => `Et uddrag af punkt ${number} er offentliggjort.`,
  },
  reopen: {
    open: "Genåbn punktet",
    title: (number: string) => `Genåbn punkt ${number}`,
    send: "Genåbn punktet",
    recorded: (number: string) => `Punkt ${number} er genåbnet.`,
  },
  lift: {
    open: "Ophæv en inhabilitet",
    title: (number: string) => `Ophæv en inhabilitet ved punkt ${number}`,
    hint: "Kun hvis den var meldt ved en fejl.",
    send: "Ophæv inhabiliteten",
    recorded: (number: string) => `Inhabiliteten ved punkt ${number} er ophævet.`,
  },
  lacks: {
    person: "Vælg en person.",
    reason: "Skriv en grund.",
    legalBasis: "Skriv hjemlen.",
    text: "Skriv en tekst.",
  },
};

export type ChairWords = typeof da;
