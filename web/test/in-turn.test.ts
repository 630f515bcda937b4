import { expect, test } from "vitest";
import { inTurn } from "../forms/in-turn.ts";

/** Presses whose answers come when they are told to. */
function presses() {
  const given: string[] = [];
  const answers: ((recorded: boolean) => void)[] = [];
  const press = inTurn<string>((commands) => {
    given.push(commands.join("+"));
    return new Promise((resolve) => answers.push(resolve));
  });
  return { press, given, answer: (recorded: boolean) => answers.shift()?.(recorded) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("what is pressed while something is being sent is given after it", async () => {
  const { press, given, answer } = presses();
  const first = press(["settle"]);
  const second = press(["adjourn"]);
  await settled();
  expect(given).toEqual(["settle"]);
  answer(true);
  await settled();
  expect(given).toEqual(["settle", "adjourn"]);
  answer(true);
  expect(await Promise.all([first, second])).toEqual([true, true]);
});

test("the same press twice is given once, and again once it is answered", async () => {
  const { press, given, answer } = presses();
  void press(["settle", "take-up"]);
  expect(await press(["settle", "take-up"])).toBe(false);
  expect(await press(["take-up"])).toBe(false);
  answer(true);
  await settled();
  void press(["take-up"]);
  await settled();
  expect(given).toEqual(["settle+take-up", "take-up"]);
});

test("nothing is built on what was not recorded", async () => {
  const { press, given, answer } = presses();
  void press(["settle"]);
  const second = press(["adjourn"]);
  await settled();
  answer(false);
  expect(await second).toBe(false);
  void press(["adjourn"]);
  await settled();
  expect(given).toEqual(["settle", "adjourn"]);
});
