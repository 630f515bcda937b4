/** A stream of server-sent events, taken apart as it comes in. Pure; pieces may end anywhere. */

export interface Sent {
  readonly event: string;
  readonly data: string;
  /** Of this event or the last before it that had one. */
  readonly id: string;
}

export class Events {
  #text = "";
  #event = "";
  #data: string[] = [];
  #id = "";

  /** The events that are whole now. A comment, which says that somebody is there, is none. */
  take(piece: string): Sent[] {
    this.#text += piece;
    const found: Sent[] = [];
    // A return at the very end may be half of a line's end.
    for (let end; (end = /\r\n|\n|\r(?!$)/.exec(this.#text)) !== null; ) {
      const line = this.#text.slice(0, end.index);
      this.#text = this.#text.slice(end.index + end[0].length);
      const sent = this.#line(line);
      if (sent !== null) found.push(sent);
    }
    return found;
  }

  #line(line: string): Sent | null {
    if (line === "") return this.#whole();
    const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (name === "data") this.#data.push(value ?? "");
    else if (name === "event") this.#event = value ?? "";
    else if (name === "id") this.#id = value ?? "";
    return null;
  }

  #whole(): Sent | null {
    const sent = { event: this.#event || "message", data: this.#data.join("\n"), id: this.#id };
    const nothing = this.#data.length === 0;
    this.#data = [];
    this.#event = "";
    return nothing ? null : sent;
  }
}
