/** Who is signed in, and what they hold. */

import type { Carrier } from "../../clients/ts/ladder.ts";
import type { Credential } from "../../clients/ts/line.ts";
import { SignedOut } from "../../clients/ts/options.ts";
import type { Named } from "../../clients/ts/messages.ts";
import { ask, isStatus } from "./ask.ts";

export interface Role {
  readonly scope: string;
  /** What the cluster of the scope is called; older services do not tell. */
  readonly cluster?: string | null;
  readonly body: Named;
  readonly seat: string;
  readonly voice: string;
  readonly chairs_for: string | null;
}

export interface MeetingRef {
  readonly topic: string;
  readonly name: string;
  readonly phase: string;
  readonly starts_at: string | null;
}

/** Somebody sat in a scope: what stood there on that day is shown, and nothing later. */
export interface Left {
  readonly scope: string;
  readonly until_on: string;
}

export interface Session {
  readonly person: Named;
  readonly roles: readonly Role[];
  readonly offices: readonly string[];
  readonly meetings: readonly MeetingRef[];
  /** Older services do not tell. */
  readonly left?: readonly Left[];
  readonly assurance: string;
  readonly expires_at: string;
}

/** A person of the development issuer, who signs in by being chosen. */
export interface DevelopmentPerson {
  readonly person: string;
  readonly function: string;
}

/** What the cluster of a scope is called; null where nobody tells. */
export function clusterOf(session: Session | null, scope: string): string | null {
  return session?.roles.find((role) => role.scope === scope && role.cluster)?.cluster ?? null;
}

/** Null: nobody is signed in. */
export async function currentSession(): Promise<Session | null> {
  try {
    return await ask<Session>("/v1/session");
  } catch (error) {
    if (isStatus(error, 401)) return null;
    throw error;
  }
}

export function redeem(code: string): Promise<Session> {
  return ask<Session>("/v1/session", { method: "POST", body: { code } });
}

export function signOut(): Promise<void> {
  return ask("/v1/session", { method: "DELETE" });
}

/** Empty wherever the development issuer is not. */
export async function developmentPeople(): Promise<readonly DevelopmentPerson[]> {
  try {
    return await ask<readonly DevelopmentPerson[]>("/dev-issuer/people");
  } catch {
    return [];
  }
}

/** A socket is opened by a one-use ticket; whatever goes over HTTP shows the session's cookie by itself. */
export async function credential(carrier: Carrier): Promise<Credential> {
  if (carrier !== "socket") return { session: true };
  try {
    return await ask<{ ticket: string }>("/v1/tickets", { method: "POST" });
  } catch (error) {
    if (isStatus(error, 401)) throw new SignedOut("signed out", { cause: error });
    throw error;
  }
}
