/** A form of a page, as a browser would send it. */
export interface PageForm {
  /** Where it is sent to, as a path of this site. */
  path: string;
  fields: Record<string, string>;
}

const FORM = /<form\b([^>]*)>(.*?)<\/form>/gs;
const INPUT = /<(input|textarea)\b([^>]*)>([^<]*)/g;
const SELECT = /<select\b([^>]*)>(.*?)<\/select>/gs;
const OPTION = /<option\b([^>]*)>/g;
const BUTTON = /<button\b([^>]*)>/g;

/** Every form of a page that changes something, once for each of its buttons. */
export function formsIn(html: string, page: string): PageForm[] {
  return [...html.matchAll(FORM)]
    .filter(([, tag = ""]) => attribute(tag, "method") === "post")
    .flatMap(([, tag = "", content = ""]) => {
      const path = attribute(tag, "action") || page;
      const fields = { ...inputsIn(content), ...selectsIn(content) };
      return buttonsIn(content).map((button) => ({
        path,
        fields: { ...fields, ...button },
      }));
    });
}

function inputsIn(content: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, kind, tag = "", text = ""] of content.matchAll(INPUT)) {
    const value = kind === "textarea" ? text : attribute(tag, "value");
    fields[attribute(tag, "name")] ??= value || "x";
  }
  delete fields[""];
  return fields;
}

function selectsIn(content: string): Record<string, string> {
  return Object.fromEntries(
    [...content.matchAll(SELECT)].map(([, tag = "", inside = ""]) => {
      const options = [...inside.matchAll(OPTION)].map(([, one = ""]) => one);
      const chosen = options.find((one) => /\bselected\b/.test(one)) ??
        options.find((one) => attribute(one, "value") !== "") ?? "";
      return [attribute(tag, "name"), attribute(chosen, "value")];
    }),
  );
}

function buttonsIn(content: string): Record<string, string>[] {
  const named = [...content.matchAll(BUTTON)]
    .map(([, tag = ""]) => tag)
    .filter((tag) => attribute(tag, "name") !== "")
    .map((tag) => ({ [attribute(tag, "name")]: attribute(tag, "value") }));
  return named.length > 0 ? named : [{}];
}

function attribute(tag: string, name: string): string {
  const value = tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
  return value.replaceAll("&amp;", "&").replaceAll("&quot;", '"');
}
