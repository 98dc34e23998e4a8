import { z } from "zod";
import { bearer, type Service } from "../service.ts";

const Accepted = z.object({
  id: z.string().trim().min(1),
  /** The mail that the answer is about, if the service says. */
  messageId: z.string().optional(),
});

/** A service that takes the mail as JSON and answers `{"id": "..."}`. */
export const PLAIN: Service = {
  path: "/",
  honoursKey: false,
  authorization: bearer,
  body({ messageId, from, to, subject, text, html, headers }) {
    return { messageId, from, to, subject, text, html, headers };
  },
  read(json, mail) {
    const { success, data } = Accepted.safeParse(json);
    if (!success) {
      return { kind: "senseless", what: 'is not of the shape {"id": "..."}' };
    }
    if (data.messageId !== undefined && data.messageId !== mail.messageId) {
      return { kind: "senseless", what: "is about another mail" };
    }
    return { kind: "accepted", id: data.id };
  },
};
