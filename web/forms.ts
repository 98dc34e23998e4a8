import { Conflict, Invalid } from "../core/errors.ts";

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 1;

/** What a person typed, by field. */
export interface FormValues {
  /** The text of a field, as typed; empty if it was not sent. */
  text(name: string): string;
  /** The text of a field, or undefined if it is empty. */
  optional(name: string): string | undefined;
  /** All values of a field that comes several times. */
  all(name: string): string[];
  has(name: string): boolean;
}

/** A sentence for each field; `""` speaks of the whole form. */
export type FormErrors = Readonly<Record<string, string>>;

/** Reads a submitted form; `Invalid` if it is too large or no form. */
export async function readForm(request: Request): Promise<FormValues> {
  return formValues(await readFormData(request, MAX_MEGABYTES));
}

/** A submitted form and the files that came with it. */
export interface Upload {
  form: FormValues;
  /** The file of a field, unless none was chosen. */
  file(name: string): Promise<Uint8Array | undefined>;
}

/** Reads a form with files, all in all of so many megabytes at most. */
export async function readUpload(
  request: Request,
  { megabytes }: { megabytes: number },
): Promise<Upload> {
  const data = await readFormData(request, megabytes);
  return {
    form: formValues(data),
    async file(name) {
      const file = data.get(name);
      if (!(file instanceof File) || file.size === 0) return undefined;
      return new Uint8Array(await file.arrayBuffer());
    },
  };
}

async function readFormData(
  request: Request,
  megabytes: number,
): Promise<FormData> {
  const bytes = await readBounded(request, megabytes);
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(bytes, { headers: { "content-type": type } })
      .formData();
  } catch {
    throw new Invalid({ "": "This is not a form that a page of ours sends." });
  }
}

/** The values of a form's data; files count as nothing. */
export function formValues(data: FormData | URLSearchParams): FormValues {
  const texts = (name: string) =>
    data.getAll(name).filter((value) => typeof value === "string");
  return {
    text: (name) => texts(name)[0] ?? "",
    optional: (name) => texts(name)[0] || undefined,
    all: (name) => texts(name),
    has: (name) => data.has(name),
  };
}

/** Does what a form asks; what the core refuses goes to `onRefused` as sentences by field. */
export async function submit<Done, Refused>(
  work: () => Promise<Done>,
  onRefused: (errors: FormErrors) => Refused | Promise<Refused>,
): Promise<Done | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Invalid) return await onRefused(error.fields);
    if (error instanceof Conflict) {
      return await onRefused({ "": error.message });
    }
    throw error;
  }
}

async function readBounded(
  request: Request,
  megabytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > megabytes * MEGABYTE) {
      throw new Invalid({
        "": `The form is larger than ${megabytes} MB. Shorten it.`,
      });
    }
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}
