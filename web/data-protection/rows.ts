/** What the access log and the list of erasures tell. */

import type { Named, Row } from "../../clients/ts/messages.ts";

export interface Read {
  readonly at: string;
  readonly via: string;
  /** A person, the meeting of the item, or what was asked for. */
  readonly about: Named;
  readonly item: string | null;
  readonly topic: string | null;
  /** Told to the officer alone. */
  readonly reader: Named | null;
  readonly function: string | null;
  readonly party: string | null;
  readonly body: Named | null;
  readonly office: string | null;
}

export interface ReadsPage {
  readonly reads: readonly Read[];
  readonly next: number | null;
}

export interface ErasureRow {
  readonly person: Named;
  readonly classes: readonly string[];
  readonly state: string;
  readonly reason: string | null;
  readonly refused_because: string | null;
  readonly approved_by: Named | null;
  readonly legal_basis: string | null;
  /** Minutes that were sent out before, and are out of reach. */
  readonly copies: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly told: string;
}

interface PersonRow {
  readonly type: string;
  readonly person: Named;
  readonly party: Named;
  readonly function: string | null;
}

/** Whom one may search for, by name. */
export function personsIn(rows: Readonly<Record<string, Row>>): readonly Person[] {
  return Object.values(rows)
    .map((row) => row as unknown as PersonRow)
    .filter((row) => row.type === "person")
    .map(({ person, party, function: is }) => ({
      id: person.id,
      name: person.name,
      told: [person.name, is, party.name].filter((each) => each !== null).join(", "),
    }))
    .sort((one, other) => one.told.localeCompare(other.told, "da"));
}

/** Those in whose name, function or party every word is found. */
export function fitting(persons: readonly Person[], wanted: string): readonly Person[] {
  const parts = wanted.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  return persons.filter(({ told }) => parts.every((part) => told.toLocaleLowerCase("da").includes(part)));
}
