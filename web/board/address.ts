/** The board of a cluster, or one of its initiatives. */

export const TOPICS = {
  handleplan: ["initiatives", "meetings"],
  indsats: ["initiative/{name}", "initiatives", "meetings"],
} as const;
