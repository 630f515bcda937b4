/** English words of the page of notices. A missing one does not compile. */

import type { NoticesWords } from "./da.ts";

export const en: NoticesWords = {
  title: "Notices by mail",
  lead: "Klynge can send you a mail when something waits for you. You choose here where and about what.",
  loading: "Loading …",
  noMails: "No mails are sent from here.",
  noMailsNext: "What waits for you stands in the list at the end of the page. Your address is used should mails be turned on.",
  address: {
    heading: "Your mail address",
    label: "Mail address",
    hint: "Only you can see it, and it is used for nothing else.",
    at: (address) => `Mails are sent to ${address}.`,
    nowhere: "You have given no address, and no mails are sent to you.",
    save: "Save the address",
    saved: "The address is saved.",
    stop: "Send me no mails",
    stopped: "The address is deleted. No mails are sent to you.",
  },
  subjects: {
    heading: "What you want mail about",
    legend: "Send me mail about",
    names: {
      invitation: "invitations to meetings",
      action: "tasks that wait for me or those I answer for",
      referral: "referrals that await an answer",
    },
    save: "Save the choice",
    saved: "The choice is saved.",
  },
  list: {
    heading: "What you were told",
    none: "There is nothing to show yet.",
    days: "The last three months, the latest first.",
    more: "Show more",
    heads: { what: "What", at: "When", state: "Mail" },
    subjects: { invitation: "Meeting:", action: "Task:", referral: "Referral:", webhook: "Webhook given up:" },
    states: {
      waiting: "Waits to be sent",
      sent: "Sent",
      off: "Not sent: you chose no mail about it",
      "no-address": "Not sent: you had given no address",
      withheld: "Withheld: you cannot see it any more",
      expired: "Not sent: out of date before it could be sent",
      refused: "Not sent: the address takes no mails",
    },
  },
};
