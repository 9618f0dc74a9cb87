import { AwsError } from '../core/service';

/** How services of this protocol say that a request, or something in it, is wrong. */
export const validationError = (message: string, remark?: string): AwsError =>
  new AwsError('ValidationError', message, 400, remark === undefined ? {} : { remark });

/**
 * The input of the AWS query protocol: a form, with lists and structures spelt out in its field names.
 *
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export class QueryInput {
  private constructor(private readonly members: Members) {}

  /** @throws AwsError MalformedQueryString for more fields than any operation has */
  static of(body: Buffer): QueryInput {
    const form = new URLSearchParams(body.toString('utf8'));
    if (form.size > MAX_FIELDS)
      throw new AwsError('MalformedQueryString', 'The query string contains a syntax error.', 404);
    const root: Members = new Map();
    for (const [name, value] of form) add(root, name.split('.', MAX_DEPTH), value);
    return new QueryInput(root);
  }

  /** Absent and empty are the same to CloudFormation. */
  text(name: string): string | undefined {
    return this.members.get(name)?.value || undefined;
  }

  /** As it was sent: '' is not the same as absent. */
  given(name: string): string | undefined {
    return this.members.get(name)?.value;
  }

  /** @throws AwsError ValidationError */
  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) {
      throw validationError(
        `1 validation error detected: Value null at '${fieldOf(name)}' failed to satisfy constraint: Member must not be null`,
      );
    }
    return value;
  }

  flag(name: string): boolean {
    return this.text(name) === 'true';
  }

  has(name: string): boolean {
    return this.members.has(name);
  }

  /** `Capabilities.member.1=…` @throws AwsError ValidationError for a list that is too long */
  texts(name: string, max = LONGEST_LIST): string[] {
    return this.list(name, max).flatMap(({ value }) => (value === undefined ? [] : [value]));
  }

  /** `Tags.member.1.Key=…` @throws AwsError ValidationError for a list that is too long */
  structures(name: string, max = LONGEST_LIST): QueryInput[] {
    return this.list(name, max).map(({ members }) => new QueryInput(members));
  }

  private list(name: string, max: number): Member[] {
    const numbered: Members = this.members.get(name)?.members.get('member')?.members ?? new Map();
    const found: Member[] = [];
    for (let index = 1; ; index++) {
      const member = numbered.get(String(index));
      if (member === undefined) return found;
      if (index > max) {
        throw validationError(
          `1 validation error detected: Value at '${fieldOf(name)}' failed to satisfy constraint: Member must have length less than or equal to ${max}`,
        );
      }
      found.push(member);
    }
  }
}

/** By the next part of the field's name, which clients choose. */
type Members = Map<string, Member>;

interface Member {
  value?: string;
  readonly members: Members;
}

/** 200 parameters of a stack are the longest list: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const LONGEST_LIST = 200;

/** Far more than that list, its fields and all others have together, and far deeper than any of them. */
const MAX_FIELDS = 10_000;
const MAX_DEPTH = 16;

/** Of two fields of one name the first counts. */
function add(root: Members, path: readonly string[], value: string): void {
  let member: Member = { members: root };
  for (const part of path) {
    const next: Member = member.members.get(part) ?? { members: new Map() };
    member.members.set(part, next);
    member = next;
  }
  member.value ??= value;
}

const fieldOf = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
