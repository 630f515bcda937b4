/** Danish words of the page of notices. */

export const da = {
  title: "Besked på mail",
  lead: "Klynge kan sende dig en mail, når noget venter på dig. Her bestemmer du hvor og om hvad.",
  loading: "Henter …",
  noMails: "Herfra sendes der ingen mails.",
  noMailsNext: "Hvad der venter på dig, står på listen nederst på siden. Din adresse bruges, hvis der bliver åbnet for mails.",
  address: {
    heading: "Din mailadresse",
    label: "Mailadresse",
    hint: "Kun du kan se den, og den bruges ikke til andet.",
    at: (address: string) => `Mails sendes til ${address}.`,
    nowhere: "Du har ikke givet en adresse, og der sendes ingen mails til dig.",
    save: "Gem adressen",
    saved: "Adressen er gemt.",
    stop: "Send mig ingen mails",
    stopped: "Adressen er slettet. Der sendes ingen mails til dig.",
  },
  subjects: {
    heading: "Hvad du vil have mail om",
    legend: "Send mig mail om",
    names: {
      invitation: "indkaldelser til møder",
      action: "opgaver, der venter på mig eller dem, jeg svarer for",
      referral: "henvendelser, der venter på svar",
    },
    save: "Gem valget",
    saved: "Valget er gemt.",
  },
  list: {
    heading: "Hvad du har fået besked om",
    none: "Der er intet at vise endnu.",
    days: "De seneste tre måneder, det nyeste først.",
    more: "Vis flere",
    heads: { what: "Hvad", at: "Hvornår", state: "Mail" },
    subjects: { invitation: "Møde:", action: "Opgave:", referral: "Henvendelse:", webhook: "Webhook opgivet:" },
    states: {
      waiting: "Venter på at blive sendt",
      sent: "Sendt",
      off: "Ikke sendt: du har fravalgt mail om det",
      "no-address": "Ikke sendt: du havde ikke givet en adresse",
      withheld: "Tilbageholdt: du kan ikke længere se det",
      expired: "Ikke sendt: forældet, før det kunne sendes",
      refused: "Ikke sendt: adressen tager ikke imod mails",
    } as Record<string, string>,
  },
};

export type NoticesWords = typeof da;
