/** The cases that every client must stand, whatever it is written in. */

import { expect, test } from "vitest";
import events from "../../clients/conformance/events.json" with { type: "json" };
import ladders from "../../clients/conformance/ladder.json" with { type: "json" };
import returns from "../../clients/conformance/returns.json" with { type: "json" };
import topicCases from "../../clients/conformance/topics.json" with { type: "json" };
import { returnAfter } from "../../clients/ts/backoff.ts";
import { Ladder } from "../../clients/ts/ladder.ts";
import type { Loss } from "../../clients/ts/ladder.ts";
import type { CloudEvent, FromServer, Row } from "../../clients/ts/messages.ts";
import { Events } from "../../clients/ts/sse.ts";
import { Topics } from "../../clients/ts/topics.ts";
import type { Step } from "../../clients/ts/topics.ts";

const SECOND_MS = 1_000;

interface LadderStep {
  readonly at_s: number;
  readonly do: Loss | "lasted" | "in_vain" | "back";
  readonly carrier: string;
  readonly at_once?: boolean;
  readonly socket_in_s?: number | null;
}

test.each(ladders as readonly { name: string; steps: LadderStep[] }[])("carriers: $name", ({ steps }) => {
  const ladder = new Ladder();
  for (const step of steps) {
    const now = step.at_s * SECOND_MS;
    let atOnce: boolean | undefined;
    if (step.do === "lasted") ladder.lasted();
    else if (step.do === "in_vain") ladder.inVain(now);
    else if (step.do === "back") ladder.back();
    else atOnce = ladder.lost(step.do, now);
    expect(ladder.carrier, `at ${step.at_s} s`).toBe(step.carrier);
    if (step.at_once !== undefined) expect(atOnce).toBe(step.at_once);
    if (step.socket_in_s !== undefined) {
      const wait = ladder.socketInMs(now);
      expect(wait === null ? null : wait / SECOND_MS).toBe(step.socket_in_s);
    }
  }
});

test.each(events)("a stream of events: $name", ({ pieces, events: expected }) => {
  const reader = new Events();
  expect(pieces.flatMap((piece) => reader.take(piece))).toEqual(expected);
});

test.each(returns)("after $codes come back: $return", (each) => {
  expect(each.codes.map(returnAfter)).toEqual(each.codes.map(() => each.return));
});

interface TopicStep {
  readonly frame: FromServer;
  readonly rows?: Record<string, Row>;
  readonly pos?: number;
  readonly asks?: string | null;
  readonly told?: readonly string[];
}

interface TopicCase {
  readonly name: string;
  readonly topic: string;
  readonly steps: readonly TopicStep[];
}

/** A reader that does with the steps what a page does. */
class Reader {
  readonly #topics = new Topics();
  rows: Record<string, Row> = {};
  told: string[] = [];
  asks: (string | null)[] = [];

  readonly topic: string;

  constructor(topic: string) {
    this.topic = topic;
    this.#topics.follow(topic, null);
    this.#do(this.#topics.subscribe());
    this.#answered();
  }

  get pos(): number {
    return this.#topics.place(this.topic)?.pos ?? -1;
  }

  take(frame: FromServer): void {
    this.asks = [];
    this.told = [];
    this.#do(this.#topics.received(frame));
    if (this.asks.length > 0) this.#answered();
  }

  /** Each question is answered by `ok` at once. */
  #answered(): void {
    this.#topics.received({ op: "ok", id: this.#id, topic: this.topic });
  }

  #id = 0;

  #do(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.do === "send" && step.message.op === "sub") {
        this.#id = step.message.id;
        this.asks.push(step.message.since ?? null);
      } else if (step.do === "tell") {
        const { news } = step;
        if (news.kind === "snapshot") this.rows = { ...news.rows };
        else if (news.kind === "reset") this.rows = {};
        else if (news.kind === "lost") for (const key of news.keys ?? Object.keys(this.rows)) delete this.rows[key];
        else if (news.kind === "events") this.told.push(...news.events.map((event: CloudEvent) => event.id));
        else if (news.kind === "rows") {
          for (const [key, row] of Object.entries(news.set)) {
            if (row === null) delete this.rows[key];
            else this.rows[key] = row;
          }
        }
      }
    }
  }
}

test.each(topicCases as unknown as readonly TopicCase[])("a topic: $name", ({ topic, steps }) => {
  const reader = new Reader(topic);
  let rows: Record<string, Row> = {};
  let pos = -1;
  for (const step of steps) {
    reader.take(step.frame);
    rows = step.rows ?? rows;
    pos = step.pos ?? pos;
    expect(reader.rows).toEqual(rows);
    expect(reader.pos).toBe(pos);
    expect(reader.asks).toEqual(step.asks === undefined ? [] : [step.asks]);
    expect(reader.told).toEqual(step.told ?? []);
  }
});
