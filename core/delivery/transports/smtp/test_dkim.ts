import { Buffer } from "node:buffer";
import { createHash, type KeyObject, verify } from "node:crypto";
import { relaxedBody } from "./dkim.ts";

/** For tests: verifies as a receiver would, from the signature's own tags. */
export function isGenuine(source: string, key: KeyObject): boolean {
  const [head = "", ...rest] = source.split("\r\n\r\n");
  const fields = head.split(/\r\n(?![ \t])/).map((field) => {
    const [name = "", ...value] = field.split(":");
    return { name: name.toLowerCase(), value: tidy(value.join(":")) };
  });
  const signature =
    fields.find(({ name }) => name === "dkim-signature")?.value ?? "";
  const tag = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(
      /\s/g,
      "",
    ) ?? "";
  const bodyHash = createHash("sha256").update(
    relaxedBody(rest.join("\r\n\r\n")),
  ).digest("base64");
  if (bodyHash !== tag("bh")) return false;
  const left = [...fields];
  const signed = tag("h").split(":").map((wanted) => {
    const at = left.findLastIndex(({ name }) => name === wanted);
    const [field] = at < 0 ? [] : left.splice(at, 1);
    return field ? `${field.name}:${field.value}\r\n` : "";
  });
  const text = `${signed.join("")}dkim-signature:${
    signature.replace(/b=[^;=]*=*$/, "b=")
  }`;
  const bytes = Buffer.from(tag("b"), "base64");
  return tag("a") === "rsa-sha256"
    ? verify("sha256", Buffer.from(text), key, bytes)
    : verify(null, createHash("sha256").update(text).digest(), key, bytes);
}

function tidy(value: string): string {
  return value.replace(/\r\n/g, "").replace(/[ \t]+/g, " ").trim();
}
