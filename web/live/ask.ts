/** One question to the server over HTTP. An answer that is no success is thrown as what the server said of it. */

import type { Problem } from "../../clients/ts/messages.ts";

export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** No answer came: the network, or a server that is gone. What was asked may have been done. */
export class NoAnswer extends Error {}

export interface Question {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function ask<A>(path: string, question: Question = {}): Promise<A> {
  const { method = "GET", body, headers = {} } = question;
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      headers: {
        Accept: "application/json",
        // The session is a cookie; this header, which no other site can send, says that the page meant it.
        ...(method === "GET" ? {} : { "Klynge-Request": "1" }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new NoAnswer("no answer", { cause: error });
  }
  if (!answer.ok) throw new Refusal(await problemOf(answer));
  const text = await answer.text();
  return (text === "" ? undefined : JSON.parse(text)) as A;
}

/** Whether an error is the server's refusal with this status. */
export function isStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof Refusal && statuses.includes(error.problem.status);
}

async function problemOf(answer: Response): Promise<Problem> {
  const bare: Problem = { type: "about:blank", title: answer.statusText, status: answer.status };
  try {
    return { ...bare, ...((await answer.json()) as Partial<Problem>) };
  } catch {
    return bare;
  }
}
