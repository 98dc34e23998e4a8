import { withFolder } from "../../tasks/test_command.ts";

/** A certificate for 127.0.0.1 that nobody but itself vouches for, and its key, in PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Makes a certificate that holds for a day. */
export async function makeCertificate(): Promise<Certificate> {
  let made: Certificate | undefined;
  await withFolder(async (folder) => {
    const [certificate, key] = [`${folder}/cert.pem`, `${folder}/key.pem`];
    const { success, stderr } = await new Deno.Command("openssl", {
      args: [
        ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"],
        ...["-subj", "/CN=mail.town.example"],
        ...["-addext", "subjectAltName=IP:127.0.0.1"],
        // Deno takes no certificate of an authority for that of a server.
        ...["-addext", "basicConstraints=critical,CA:FALSE"],
        ...["-keyout", key, "-out", certificate],
      ],
    }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    made = {
      certificate: await Deno.readTextFile(certificate),
      key: await Deno.readTextFile(key),
    };
  });
  return made!;
}
