import { sayProofTemplates as say } from '../../../words/say';
import type { FoundResource } from './found-resource';
import type { Unjudged } from './inventory';
import { UnresolvableError } from './unresolvable-error';

/** Goes through the resources of an assembly: a problem with one is left unjudged and does not stop the others. */
export class Collecting {
  /** Those whose type and properties are understood. */
  private readonly understood: readonly FoundResource[];
  private readonly unread = new Set<FoundResource>();

  constructor(
    resources: readonly FoundResource[],
    check: (resource: FoundResource) => void,
    private readonly unjudged: Unjudged[],
  ) {
    this.understood = this.each(resources, (resource) => {
      check(resource);
      return resource;
    });
  }

  ofType(type: string): readonly FoundResource[] {
    return this.understood.filter((resource) => resource.type === type);
  }

  each<T>(found: readonly FoundResource[], read: (resource: FoundResource) => T): T[] {
    return found.flatMap((resource) => {
      try {
        return [read(resource)];
      } catch (error) {
        if (!(error instanceof UnresolvableError)) throw error;
        this.unreadable(resource, error);
        return [];
      }
    });
  }

  /** Whether one of a type may be meant that was left unjudged: then nothing is said of its absence. */
  mayBeUnjudged(type: string, isMeant: (resource: FoundResource) => boolean): boolean {
    return [...this.unread].some((resource) => {
      try {
        return resource.type === type && isMeant(resource);
      } catch (error) {
        if (error instanceof UnresolvableError) return true;
        throw error;
      }
    });
  }

  cannotJudge(what: string, { origin }: FoundResource): void {
    this.unjudged.push({ what, origin });
  }

  private unreadable(resource: FoundResource, { message }: UnresolvableError): void {
    const { type, logicalId, origin } = resource;
    this.unread.add(resource);
    const what = say('resourceProblem', { type, logicalId, problem: message });
    if (this.unjudged.some((known) => known.what === what)) return;
    this.unjudged.push({ what, origin, ...(POLICY_TYPES.has(type) && { unreadPolicy: true }) });
  }
}

const POLICY_TYPES = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::GroupPolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SSO::PermissionSet',
]);
