import { AwsError } from '../core/service';

/** How services of this protocol say that a request, or something in it, is wrong. */
export const validationError = (message: string): AwsError => new AwsError('ValidationError', message);

/**
 * The input of the AWS query protocol: a form, with lists and structures spelt out in its field names.
 *
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export class QueryInput {
  private constructor(
    private readonly form: URLSearchParams,
    private readonly prefix = '',
  ) {}

  static of(body: Buffer): QueryInput {
    return new QueryInput(new URLSearchParams(body.toString('utf8')));
  }

  /** Absent and empty are the same to CloudFormation. */
  text(name: string): string | undefined {
    return this.form.get(`${this.prefix}${name}`) || undefined;
  }

  /** @throws AwsError ValidationError */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) {
      const field = name.charAt(0).toLowerCase() + name.slice(1);
      throw validationError(
        `1 validation error detected: Value null at '${field}' failed to satisfy constraint: Member must not be null`,
      );
    }
    return value;
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  has(name: string): boolean {
    const key = `${this.prefix}${name}`;
    return [...this.form.keys()].some((candidate) => candidate === key || candidate.startsWith(`${key}.`));
  }

  /** `Capabilities.member.1=…` */
  texts(name: string): string[] {
    const values: string[] = [];
    for (let index = 1; ; index++) {
      const value = this.form.get(`${this.prefix}${name}.member.${index}`);
      if (value === null) return values;
      values.push(value);
    }
  }

  /** `Tags.member.1.Key=…` */
  structures(name: string): QueryInput[] {
    const found: QueryInput[] = [];
    for (let index = 1; ; index++) {
      const prefix = `${this.prefix}${name}.member.${index}`;
      if (!this.has(`${name}.member.${index}`)) return found;
      found.push(new QueryInput(this.form, `${prefix}.`));
    }
  }
}
