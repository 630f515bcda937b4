import { expect, test } from "vitest";
import { EMPTY_ATTACHMENT, attach, hashOf, wrongWith } from "../desk/attach.ts";
import { FILE_BYTES_MAX } from "../desk/limits.ts";
import { da } from "../words/desk/da.ts";

const WHERE = { meeting: "lillebaelt/meeting/m", item: "middelfart", there: [null, "aa"] };
const FILE = { ...EMPTY_ATTACHMENT, file: "notat.pdf", size: "3", sha256: "bb" };

test("a file without a name has its own", () => {
  expect(attach(FILE, WHERE, "n1", da.lacks)).toEqual({
    stream: "lillebaelt/meeting/m",
    verb: "attach",
    body: { item: "middelfart", attachment: "b-n1", name: "notat.pdf", sha256: "bb" },
  });
});

test("a paper without a file is named, and nothing is said of a file", () => {
  expect(attach({ ...EMPTY_ATTACHMENT, name: " Oplæg " }, WHERE, "n1", da.lacks)).toMatchObject({
    body: { item: "middelfart", attachment: "b-n1", name: "Oplæg" },
  });
  expect(attach(EMPTY_ATTACHMENT, WHERE, "n1", da.lacks)).toEqual({ missing: { name: da.lacks.nameOrFile } });
});

test("a file that the item has already is not attached again", () => {
  expect(attach({ ...FILE, sha256: "aa" }, WHERE, "n1", da.lacks)).toEqual({ missing: { file: da.lacks.attached } });
});

test("a file is told to be too large or empty before it is sent", () => {
  expect(wrongWith({ ...FILE, size: String(FILE_BYTES_MAX) }, da.lacks)).toBeNull();
  expect(wrongWith({ ...FILE, size: String(FILE_BYTES_MAX + 1) }, da.lacks)).toBe(da.lacks.tooLarge);
  expect(wrongWith({ ...FILE, size: "0" }, da.lacks)).toBe(da.lacks.emptyFile);
});

test("a file is named by the hash of its bytes", async () => {
  expect(await hashOf(new Blob(["abc"]))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
