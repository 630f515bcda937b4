/** Files of a folder: chosen, or dragged onto the page. By their paths within it. */

import type { Folder } from "../../clients/ts/verify/folder.ts";

export interface Chosen {
  readonly name: string;
  readonly files: Folder;
}

/** More than any bundle has; a drive dragged here by mistake is not read to its end. */
const FILES_MAX = 200_000;

export function chosenFolder(files: Iterable<File>): Chosen | null {
  const found = new Map<string, File>();
  let name = "";
  for (const file of files) {
    const [first = "", ...rest] = file.webkitRelativePath.split("/");
    name = first;
    found.set(rest.join("/"), file);
  }
  return found.size === 0 ? null : { name, files: found };
}

/** Null: what was dragged is no folder. To be called at once: what is dragged is gone with the event. */
export function droppedFolder(dragged: DataTransfer): Promise<Chosen | null> {
  const entry = [...dragged.items].map((each) => each.webkitGetAsEntry()).find((each) => each?.isDirectory);
  return entry === undefined || entry === null ? Promise.resolve(null) : readFolder(entry as FileSystemDirectoryEntry);
}

async function readFolder(folder: FileSystemDirectoryEntry): Promise<Chosen> {
  const found = new Map<string, File>();
  await readInto(found, folder, "");
  return { name: folder.name, files: found };
}

async function readInto(found: Map<string, File>, folder: FileSystemDirectoryEntry, under: string): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (found.size > FILES_MAX) return;
    const path = under + entry.name;
    if (entry.isDirectory) await readInto(found, entry as FileSystemDirectoryEntry, `${path}/`);
    else found.set(path, await fileOf(entry as FileSystemFileEntry));
  }
}

/** A browser gives a hundred at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0 || all.length > FILES_MAX) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));
