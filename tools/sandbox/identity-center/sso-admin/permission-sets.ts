import { newPermissionSet, type PermissionSet } from '../../core/identity-center';
import { isRecord } from '../../core/json';
import { randomText } from '../../resource-type/physical-name';
import type { JsonObject } from '../../wire/json-operation';
import {
  conflict,
  invalid,
  lastPart,
  notFound,
  optionalText,
  PERMISSION_SET_ARN,
  permissionSetOf,
  seconds,
  type SsoCall,
  type SsoOperation,
  validText,
} from './operation';

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html and what belongs to it. */
export const permissionSetOperations: Readonly<Record<string, SsoOperation>> = {
  CreatePermissionSet({ input, instance, world }) {
    const name = validText(input, 'Name', '[\\w+=,.@-]+', 32);
    const details = detailsOf(input);
    if ([...instance.permissionSets.values()].some((set) => set.name === name))
      throw conflict(`PermissionSet with name ${name} already exists.`);
    const set = newPermissionSet({
      arn: `arn:aws:sso:::permissionSet/${lastPart(instance.instanceArn)}/ps-${randomText('0123456789abcdef', 16)}`,
      name,
      createdAt: world.now(),
      ...details,
      tags: tagsOf(input),
    });
    instance.permissionSets.set(set.arn, set);
    return { PermissionSet: describe(set) };
  },
  /** What is not given goes back to its default. */
  UpdatePermissionSet(call) {
    const set = permissionSetOf(call);
    const details = detailsOf(call.input);
    delete set.relayState;
    Object.assign(set, details);
    return {};
  },
  DeletePermissionSet(call) {
    const { arn } = permissionSetOf(call);
    if (call.instance.assignments.some(({ permissionSetArn }) => permissionSetArn === arn))
      throw conflict('Could not delete because PermissionSet has ApplicationProfile associated with it.');
    call.instance.permissionSets.delete(arn);
    return {};
  },
  DescribePermissionSet: (call) => ({ PermissionSet: describe(permissionSetOf(call)) }),
  ListPermissionSets: ({ instance }) => ({ PermissionSets: [...instance.permissionSets.keys()] }),
  TagResource(call) {
    const set = tagged(call);
    set.tags = { ...set.tags, ...tagsOf(call.input) };
    return {};
  },
  UntagResource(call) {
    const set = tagged(call);
    const gone = Array.isArray(call.input.TagKeys) ? call.input.TagKeys : [];
    set.tags = Object.fromEntries(Object.entries(set.tags).filter(([key]) => !gone.includes(key)));
    return {};
  },
  ListTagsForResource: (call) => ({
    Tags: Object.entries(tagged(call).tags).map(([Key, Value]) => ({ Key, Value })),
  }),
};

function detailsOf(input: JsonObject): Pick<PermissionSet, 'description' | 'sessionDuration' | 'relayState'> {
  const description =
    optionalText(input, 'Description', '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*', 700) ?? '';
  const sessionDuration = optionalText(input, 'SessionDuration', DURATION, 100) ?? 'PT1H';
  const minutes = minutesOf(sessionDuration);
  if (minutes < 60 || minutes > 720)
    throw invalid(`SessionDuration must be one to twelve hours in ISO 8601, got ${sessionDuration}`);
  const relayState = optionalText(
    input,
    'RelayState',
    '[a-zA-Z0-9&$@#\\/%?=~\\-_\'"|!:,.;*+\\[\\] \\(\\)\\{\\}]+',
    240,
  );
  return { description, sessionDuration, ...(relayState === undefined ? {} : { relayState }) };
}

const DURATION =
  '(-?)P(?=\\d|T\\d)(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)([DW]))?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?';

function minutesOf(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function tagsOf({ Tags: tags }: JsonObject): Record<string, string> {
  const list: unknown[] = Array.isArray(tags) ? tags : [];
  return Object.fromEntries(
    list.map((tag): [string, string] => {
      const { Key: key, Value: value } = isRecord(tag) ? tag : {};
      if (typeof key !== 'string' || typeof value !== 'string')
        throw invalid('a tag needs a Key and a Value');
      return [key, value];
    }),
  );
}

/** Of what has tags, permission sets alone are here. */
function tagged({ input, instance }: SsoCall): PermissionSet {
  const arn = validText(input, 'ResourceArn', PERMISSION_SET_ARN);
  const found = instance.permissionSets.get(arn);
  if (found === undefined) throw notFound(`Could not find PermissionSet with id ${lastPart(arn)}`);
  return found;
}

const describe = (set: PermissionSet) => ({
  Name: set.name,
  PermissionSetArn: set.arn,
  Description: set.description === '' ? undefined : set.description,
  SessionDuration: set.sessionDuration,
  RelayState: set.relayState,
  CreatedDate: seconds(set.createdAt),
});
