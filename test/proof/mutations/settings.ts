import { type Json, type JsonObject, isObject, listOf } from '../../naive/json';
import { isNoValue } from './cloudformation';
import type { Ruling } from './ruling';

/**
 * Settings that no request shows, and that the promise fixes: how long a session lasts, and that nobody can open the
 * shared bucket by an ACL or a policy. Each is right or wrong by itself, whatever it was before.
 */
const SETTINGS: Record<
  string,
  Record<string, (properties: JsonObject, before: JsonObject) => Ruling | undefined>
> = {
  'AWS::IAM::Role': {
    // CDK gives names only to the roles that are lent.
    MaxSessionDuration: (properties, { RoleName: lent }) => {
      if (lent === undefined) return { expectation: 'any', why: "the company's own machinery" };
      const seconds = Number(valueOf(properties, 'MaxSessionDuration') ?? 3600);
      return seconds === 3600
        ? right('sessions last an hour')
        : wrong(`sessions last ${seconds} seconds, and an hour was promised`);
    },
  },
  'AWS::S3::Bucket': {
    PublicAccessBlockConfiguration: (properties) => {
      const block = valueOf(properties, 'PublicAccessBlockConfiguration');
      const down = GUARDS.filter((guard) => !isObject(block) || !isOn(block[guard]));
      return down.length === 0
        ? right('all guards are up')
        : wrong(`the bucket could be opened: ${down.join()}`);
    },
    OwnershipControls: (properties) => {
      const controls = valueOf(properties, 'OwnershipControls');
      const rules = isObject(controls) ? listOf(controls['Rules']) : [];
      const [rule] = rules;
      return rules.length === 1 && isObject(rule) && rule['ObjectOwnership'] === 'BucketOwnerEnforced'
        ? right('ACLs are off')
        : wrong('ACLs count, and one could give access beside all policies');
    },
  },
  'AWS::SSO::PermissionSet': {
    SessionDuration: (properties, before) => {
      const [is, was] = [properties, before].map((one) => valueOf(one, 'SessionDuration') ?? 'PT1H');
      return is === was
        ? right('a sign-in lasts as long as before')
        : wrong(`a sign-in lasts ${JSON.stringify(is)}, and ${JSON.stringify(was)} was promised`);
    },
  },
};

const GUARDS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** Undefined where a property is no such setting. */
export function rulingOnSetting(
  type: string,
  name: string,
  properties: JsonObject,
  before: JsonObject,
): Ruling | undefined {
  return SETTINGS[type]?.[name]?.(properties, before);
}

function valueOf(properties: JsonObject, name: string): Json | undefined {
  const value = properties[name];
  return value === undefined || isNoValue(value) ? undefined : value;
}

/** CloudFormation takes both. */
function isOn(value: Json | undefined): boolean {
  return value === true || value === 'true';
}

const right = (why: string): Ruling => ({ expectation: 'holds', why });
const wrong = (why: string): Ruling => ({ expectation: 'caught', why });
