/** A letter of ordinary length, personal in three places. */
export function letterText(): { subject: string; body: string } {
  return {
    subject: "News for {{name}}",
    body: [
      "Dear {{name}},",
      ...Array.from(
        { length: 8 },
        (_, n) =>
          `this is paragraph ${n + 1} of what is new this month: the winter ` +
          "catalogue is here, with two hundred titles more than last year.",
      ),
      "You get this mail at {{email}}.",
    ].join("\n\n"),
  };
}
