/** The funds of a cluster, one of them, or what is applied for. */

export const TOPICS = {
  puljer: ["funds", "meetings", "financing-keys"],
  pulje: ["fund/{name}", "meetings"],
  ansoegninger: ["applications", "funds", "meetings"],
} as const;
