/** A failure that the core explains in its own words; the message is shown to people. */
export abstract class CoreError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** What was asked for does not exist, or does not belong to the one who asks. */
export class NotFound extends CoreError {}

/** The one who asks may not do this. */
export class Forbidden extends CoreError {}

/** The request is sound but clashes with the present state. */
export class Conflict extends CoreError {}

/** The input cannot be accepted; `fields` says what is wrong with each part of it. */
export class Invalid extends CoreError {
  /** Field name, or `""` for the whole input, to a sentence for the person. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(fields: Record<string, string>) {
    super(Object.values(fields).join(" "));
    this.fields = fields;
  }
}
