import { InvalidRequestError } from '../errors/oauth-errors.js';

/** Parameters of a form as RFC 6749 §3.2 reads them: empty is omitted, once each, the unknown ignored. */
export class FormParameters {
  constructor(private readonly form: URLSearchParams) {}

  /** @throws InvalidRequestError when the parameter is repeated. */
  get(name: string): string | undefined {
    const values = this.form.getAll(name);
    // The name is ours, never the caller's.
    if (values.length > 1) throw new InvalidRequestError(`The parameter ${name} must not be repeated.`);
    return values[0] === '' ? undefined : values[0];
  }

  /** For parameters that may be repeated, such as `resource` (RFC 8707 §2). */
  getAll(name: string): string[] {
    return this.form.getAll(name).filter((value) => value !== '');
  }
}
