import fc from '../../properties';
import type { Assignee, SeedObject, Share, Vendor } from '../../../lib/share/share';

const oneOf = <const T>(...values: T[]) => fc.constantFrom(...values);
const optional = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

/** Any that Unicode has. fast-check's own units begin by listing them all, which takes a second. */
const character = fc
  .oneof(fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((codePoint) => String.fromCodePoint(codePoint));

const account = fc.stringMatching(/^\d{12}$/);
const region = oneOf('ap-northeast-1', 'us-east-1', 'eu-central-2', 'mx-central-1', 'ap-southeast-5');
const guid = fc.uuid();
const iamName = (longest: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_+=,.@-]{1,${longest}}$`));

const seedObject: fc.Arbitrary<SeedObject> = fc.record({
  key: fc
    .array(fc.stringMatching(/^[a-kmp-tv-z0-9 ü日()'$&!~-]{0,11}[a-kmp-tv-z0-9ü日()'$&!~-]$/), {
      minLength: 1,
      maxLength: 3,
    })
    .map((names) => names.join('/')),
  content: fc.string({ unit: character, maxLength: 40 }),
});

const assignee: fc.Arbitrary<Assignee> = fc.record({
  type: oneOf('GROUP', 'USER'),
  id: fc.tuple(oneOf('', '0123456789-', 'abcdef0123-'), guid).map((parts) => parts.join('')),
  name: fc.stringMatching(/^[\w äあ.@-]{1,20}$/),
});

/** Fields that a vendor may have, each right by itself. */
const options = optional<
  Pick<
    Vendor,
    | 'prefixes'
    | 'borrowers'
    | 'externalId'
    | 'until'
    | 'sessionDuration'
    | 'rolePath'
    | 'permissionSetDescription'
  >
>({
  prefixes: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9 !\-_'&@=;:+,]{1,10}\/$/), {
    minLength: 1,
    maxLength: 3,
  }),
  borrowers: oneOf('account', 'permission-set'),
  externalId: fc.stringMatching(/^[A-Za-z0-9_+=,.@:/-]{2,40}$/),
  until: fc
    .date({ min: new Date('1971-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => `${date.toISOString().slice(0, 19)}Z`),
  sessionDuration: oneOf('PT1H', 'PT12H', 'PT90M', 'PT1H30M', 'PT720M'),
  rolePath: oneOf('/', '/vendors/', '/a/b.c/'),
  permissionSetDescription: fc
    .stringMatching(/^[ -~]{1,60}$/)
    .filter((text) => !/\$\{|#\{Token\[|\{\{resolve:/.test(text)),
});

const vendor = fc
  .tuple(
    fc.record({
      account: account.filter((id) => !id.startsWith('9')),
      identityCenter: fc.record(
        {
          instanceArn: fc.stringMatching(/^[0-9a-f]{16}$/).map((id) => `arn:aws:sso:::instance/ssoins-${id}`),
          region,
          startUrl: fc.stringMatching(/^[a-z]{1,10}$/).map((name) => `https://${name}.awsapps.com/start`),
          account,
        },
        { requiredKeys: ['instanceArn', 'region', 'startUrl'] },
      ),
      assignees: fc.uniqueArray(assignee, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
      roleName: iamName(40),
      policyName: iamName(128),
      permissionSetName: iamName(32),
    }),
    options,
  )
  .map(([required, chosen]) => ({ ...required, ...chosen }));

/** Shares that nothing is wrong with. */
export const validShare: fc.Arbitrary<Share> = fc
  .tuple(
    fc.record(
      {
        account: account.map((id) => `9${id.slice(1)}`),
        region,
        bucketName: fc.stringMatching(/^[b-r][a-z0-9-]{1,40}[b-r]$/).map((name) => `${name}0`),
        seedObjects: fc
          .uniqueArray(seedObject, { maxLength: 2, selector: ({ key }) => key })
          .filter(
            (objects) => !objects.some(({ key }) => objects.some((other) => other.key.startsWith(`${key}/`))),
          ),
        whenStackIsDeleted: oneOf('keep', 'delete-with-all-data'),
        organizationId: fc.stringMatching(/^o-[a-z0-9]{10,32}$/),
        contact: fc.stringMatching(/^[!-~] ?[!-~é漢]{1,20}$/),
      },
      { requiredKeys: ['account', 'region', 'bucketName', 'seedObjects'] },
    ),
    fc.uniqueArray(vendor, { minLength: 1, maxLength: 3, selector: (it) => it.account }),
  )
  .map(([company, vendors]) => ({
    company,
    vendors: vendors.map((it, index) => ({
      ...it,
      name: `Vendor${index}`,
      roleName: `${it.roleName}${index}`,
      policyName: `${it.policyName.slice(0, 120)}.${index}`,
      permissionSetName: `${it.permissionSetName.slice(0, 30)}.${index}`,
    })),
  }));

const THROWS: PropertyDescriptor = {
  enumerable: true,
  get: () => {
    throw new Error('no');
  },
};

/** What may stand in the place of anything: other types, and text that has a meaning to somebody. */
const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: character, maxLength: 80 }),
  oneOf(
    '',
    '*',
    '?',
    '${aws:username}',
    '${Token[TOKEN.1]}',
    '#{Token[TOKEN.1]}',
    '${AWS::Region}',
    '{{resolve:secretsmanager:prod/db:SecretString:password}}',
    '../x',
    '/',
    'a\nb',
    '\0',
    '__proto__',
    'cn-north-1',
    '\ud800',
  ),
  fc.anything(),
  oneOf<unknown>(() => 'x', Symbol('x'), new Proxy({}, {}), Object.defineProperty({}, 'x', THROWS)),
);

/** What a person may type in one place too many, or forget: most of it is right in most fields. */
const slip = fc.record({
  at: fc.nat(),
  typed: fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9-]$/) },
    { weight: 2, arbitrary: fc.stringMatching(/^[ -~]$/) },
    { weight: 1, arbitrary: oneOf('é', '\n', '${', '{{', '＊') },
  ),
});

/**
 * Shares of which more are right than wrong, so that what holds for all that pass is tried with many that do: nearly
 * right in one text, with something out of another share, with something replaced by nonsense, and altogether different.
 */
export const anyShare: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .tuple(validShare, fc.nat(), slip)
      .map(([share, at, { at: place, typed }]) => withSlip(share, at, place, typed)),
  },
  {
    weight: 10,
    arbitrary: fc
      .tuple(validShare, validShare, fc.nat())
      .map(([share, other, at]) => withOneOf(other, share, at)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(validShare, fc.nat(), nonsense)
      .map(([share, at, value]) => replaced(share, at, value)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(validShare, fc.nat()).map(([share, at]) => replaced(share, at, undefined)),
  },
  {
    weight: 1,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withNullPrototype: true,
    }),
  },
);

/** The share with one of its texts changed in one place: a character too much, too little, or another one. */
function withSlip(share: Share, at: number, place: number, typed: string): unknown {
  const copy: unknown = structuredClone(share);
  const texts = placesIn(copy).flatMap(({ value, set }) =>
    typeof value === 'string' ? [{ value, set }] : [],
  );
  const text = texts[at % texts.length];
  if (!text) return copy;
  const index = place % (text.value.length + 1);
  const left = place % 2; // as many characters are left out
  text.set(text.value.slice(0, index) + typed + text.value.slice(index + left));
  return copy;
}

/** The share with one value as another share has it in that place. */
function withOneOf(other: Share, share: Share, at: number): unknown {
  const copy: unknown = structuredClone(share);
  const theirs = new Map(placesIn(structuredClone(other)).map(({ path, value }) => [path, value]));
  const common = placesIn(copy).filter(({ path }) => theirs.has(path));
  const place = common[at % common.length];
  place?.set(theirs.get(place.path));
  return copy;
}

/** The share with one value, somewhere inside, replaced. */
function replaced(share: unknown, at: number, value: unknown): unknown {
  const copy: unknown = structuredClone(share);
  const places = placesIn(copy);
  places[at % places.length]?.set(value);
  return copy;
}

/** The share once for each value inside, with that one replaced. */
export function eachReplaced(share: Share, value: unknown): unknown[] {
  return placesIn(share).map((_, at) => replaced(share, at, value));
}

interface Place {
  /** `vendors.0.account` */
  readonly path: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function placesIn(node: unknown, above: readonly string[] = []): Place[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => [
    {
      path: [...above, key].join('.'),
      value: child,
      set: (value: unknown) => void Reflect.set(node, key, value),
    },
    ...placesIn(child, [...above, key]),
  ]);
}
