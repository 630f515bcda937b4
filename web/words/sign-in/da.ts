/** Danish words of the page of sign-in. */

export const da = {
  title: "Log ind",
  target: "Log ind for at komme til den side, du kom fra.",
  withOrganisation: "Log ind med din organisation",
  expired: "Du blev logget ud, fordi tiden udløb. Det, du har skrevet, er gemt på denne enhed.",
  loading: "Henter …",
  codeUsed: "Linket kan ikke bruges til at logge ind.",
  codeUsedNext: "Bed om et nyt link, eller log ind med din organisation.",
  failed: "Du blev ikke logget ind",
  faults: {
    "sign-in.unknown": "Der gik for lang tid, eller login blev begyndt i en anden browser. Begynd forfra her.",
    "sign-in.refused": "Din organisation afviste login. Prøv igen, eller spørg din organisation.",
    "sign-in.issuer-down": "Din organisations login svarer ikke lige nu. Prøv igen om lidt.",
    "token.refused": "Svaret fra din organisation kunne ikke godkendes. Prøv igen, eller skriv til sekretariatet.",
    "token.expired": "Svaret fra din organisation var for gammelt. Prøv igen.",
  } as Record<string, string>,
  otherFault: "Noget gik galt undervejs. Prøv igen.",
  development: "Kun til udvikling",
  developmentText: "Vælg, hvem du vil være.",
  verify: "Efterprøv protokollen",
  notices: "Besked på mail",
  clusters: "Dine klynger",
  meetings: "Dine møder",
  noRight: "Du er logget ind, men har ingen plads i en klynge. Skriv til sekretariatet.",
};

export type SignInWords = typeof da;
