/**
 * The one ancestor of every error a person may see. A room declares its own class with a closed union
 * of codes; the text shown is looked up in that room's message catalogue under `error.<code>`, so an
 * error never carries wording. Codes are never reused.
 */
export abstract class DomainError<Code extends string = string> extends Error {
  readonly code: Code;
  /** Values the message catalogue may interpolate; never secrets. */
  readonly details: Record<string, string | number | boolean | readonly string[]>;

  constructor(code: Code, details: DomainError['details'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }

  /** HTTP status for this error; rooms override where a code means something else than a bad request. */
  get status(): number {
    return 400;
  }
}
