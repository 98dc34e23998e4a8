import { NotFound } from "../errors.ts";
import { parse } from "../parse.ts";
import { Collection, newId, type Store } from "../storage/mod.ts";
import { z } from "zod";
import { AltText, Picture } from "./picture.ts";
import { pictureFile } from "./picture_file.ts";

/** A picture to be kept. */
export interface PictureUpload {
  bytes: Uint8Array;
  alt: string;
}

const Described = z.object({ alt: AltText });

/** The pictures of the articles. A picture never changes: another one has another id. */
export class Pictures {
  readonly #store: Store;
  readonly #records: Collection<Picture>;

  constructor(store: Store) {
    this.#store = store;
    this.#records = new Collection<Picture>(store, {
      name: "pictures",
      schema: Picture,
      version: 1,
    });
  }

  /** Keeps a picture; `Invalid` says what is wrong with its bytes (`picture`) or its words (`alt`). */
  async upload({ bytes, alt }: PictureUpload): Promise<Picture> {
    const described = parse(Described, { alt });
    const { bytes: shown, ...facts } = await pictureFile(bytes);
    const createdAt = this.#store.now();
    const id = newId(createdAt);
    await this.#store.blobs.write(["pictures", id], shown);
    return await this.#records.insert({
      id,
      ...facts,
      bytes: shown.length,
      ...described,
      createdAt,
    });
  }

  /** The picture of that id, or undefined. */
  find(id: string): Promise<Picture | undefined> {
    return this.#records.find(id);
  }

  /** The bytes of a picture, or `NotFound`. */
  async read(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#store.blobs.read(["pictures", id]);
    if (!bytes) throw new NotFound("There is no such picture.");
    return bytes;
  }

  /** Says in other words what a picture shows. */
  async describe(id: string, alt: string): Promise<void> {
    const described = parse(Described, { alt });
    await this.#records.update(id, (picture) => ({ ...picture, ...described }));
  }

  /** Removes a picture; nothing happens if there is none. */
  async remove(id: string): Promise<void> {
    if (!await this.#records.find(id)) return;
    await this.#records.remove(id);
    await this.#store.blobs.remove(["pictures", id]);
  }
}
