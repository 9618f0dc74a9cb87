import { references } from '../../tools/intrinsics/calls';
import { resolve } from '../../tools/intrinsics/intrinsics';
import type { Json } from '../../tools/intrinsics/json';
import { NO_VALUE, type Scope } from '../../tools/intrinsics/scope';
import { functionError } from '../../tools/sandbox/cloudformation/template/template-error';
import fc from '../properties';

const VALUES = new Map<string, Json | typeof NO_VALUE>([
  ['Name', 'alpha'],
  ['List', ['x', 'y']],
  ['AWS::Region', 'ap-northeast-1'],
  ['AWS::NoValue', NO_VALUE],
]);

const scope: Scope = {
  ref: (name) => VALUES.get(name),
  attribute: (logicalId, attribute) => `${logicalId}/${attribute}`,
  condition: (name) => name === 'Yes',
  importValue: (name) => `imported ${name}`,
  mappings: { Regions: { 'ap-northeast-1': { Zone: 'apne1-az4' } } },
  error: functionError,
};

describe('functions come to what the reference says', () => {
  const cases: [call: Json, expected: Json][] = [
    [{ Ref: 'Name' }, 'alpha'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'Bucket/Arn'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, 'Bucket/Arn'],
    [{ 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Name' }, '/*']] }, 'arn:aws:s3:::alpha/*'],
    [{ 'Fn::Join': ['-', { Ref: 'List' }] }, 'x-y'],
    [{ 'Fn::Sub': 'arn:${AWS::Region}:${Bucket.Arn}' }, 'arn:ap-northeast-1:Bucket/Arn'],
    [{ 'Fn::Sub': ['${Name} of ${Own}', { Own: { Ref: 'Name' } }] }, 'alpha of alpha'],
    [{ 'Fn::Sub': ['${Name}', { Name: 'its own' }] }, 'its own'],
    [{ 'Fn::Sub': 's3://${!Literal}/${Name}' }, 's3://${Literal}/alpha'],
    [{ 'Fn::Sub': ['${Own}', { Own: '${!Name} ${Name}' }] }, '${!Name} ${Name}'],
    [{ 'Fn::Select': ['1', ['a', 'b']] }, 'b'],
    [{ 'Fn::Select': [0, { 'Fn::Split': ['/', 'a/b'] }] }, 'a'],
    [{ 'Fn::Split': ['|', 'a||b'] }, ['a', '', 'b']],
    [{ 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'Zone'] }, 'apne1-az4'],
    [{ 'Fn::If': ['Yes', 'then', 'else'] }, 'then'],
    [{ 'Fn::If': ['No', 'then', 'else'] }, 'else'],
    [{ 'Fn::Equals': ['1', 1] }, true],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] }, true],
    [{ 'Fn::Not': [{ Condition: 'Yes' }] }, false],
    [{ 'Fn::Base64': 'data' }, 'ZGF0YQ=='],
    [{ 'Fn::ImportValue': { 'Fn::Sub': '${Name}-arn' } }, 'imported alpha-arn'],
    [{ 'Fn::Contains': [['1', '2'], '2'] }, true],
    // A policy's Condition is no function, and a property that is left out is not there.
    [
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [{ Kept: 1, Dropped: { Ref: 'AWS::NoValue' } }, { Kept: 1 }],
    [['a', { 'Fn::If': ['No', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
  ];

  test.each(cases)('%j is %j', (call, expected) => {
    expect(resolve(call, scope)).toEqual(expected);
  });
});

describe('what cannot be worked out is refused, with its name', () => {
  test.each<[Json, RegExp]>([
    [{ Ref: 'Nothing' }, /Ref to "Nothing", which is not in the template/],
    [{ 'Fn::Cidr': ['10.0.0.0/8', 2, 8] }, /the function Fn::Cidr is not supported/],
    [{ 'Fn::Select': [2, ['a', 'b']] }, /cannot select nonexistent value at index 2/],
    [{ 'Fn::Select': [-1, ['a', 'b']] }, /cannot select nonexistent value at index -1/],
    [{ 'Fn::FindInMap': ['Regions', 'mars', 'Zone'] }, /Unable to get mapping for Regions::mars::Zone/],
    [{ 'Fn::FindInMap': ['Regions', 'constructor', 'name'] }, /Unable to get mapping/],
    [{ 'Fn::Join': ['-', 'not a list'] }, /every Fn::Join object requires a list/],
    [{ 'Fn::Join': ['-', [{ a: 1 }]] }, /every Fn::Join object requires string values, got \{"a":1\}/],
    [{ 'Fn::GetAtt': ['Bucket'] }, /every Fn::GetAtt object requires two non-empty parameters/],
    [{ 'Fn::Sub': ['${Name}'] }, /Fn::Sub/],
    [{ 'Fn::Select': [0, [{ Ref: 'AWS::NoValue' }, 'b']] }, /the list of Fn::Select holds AWS::NoValue/],
    [{ 'Fn::Select': ['', ['a', 'b']] }, /cannot select nonexistent value at index/],
    [{ 'Fn::Select': ['0x1', ['a', 'b']] }, /cannot select nonexistent value at index 0x1/],
    [{ 'Fn::Split': ['', 'ab'] }, /every Fn::Split object requires a delimiter/],
    [{ 'Fn::Join': ['', ['a', 1.5]] }, /every Fn::Join object requires string values, got 1\.5/],
    [
      { 'Fn::Join': [{ Ref: 'Name' }, ['a', 'b']] },
      /every Fn::Join object requires string values, got \{"Ref":"Name"\}/,
    ],
    [
      { 'Fn::Join': ['x'.repeat(1 << 20), Array.from({ length: 20 }, () => 'a')] },
      /Fn::Join comes to is longer than any template/,
    ],
    [
      { 'Fn::Sub': ['${A}'.repeat(20), { A: 'x'.repeat(1 << 20) }] },
      /Fn::Sub comes to is longer than any template/,
    ],
    [{ 'Fn::And': [{ Condition: 'Yes' }] }, /Fn::And takes a list of 2 to 10 conditions/],
  ])('%j', (call, message) => {
    expect(() => resolve(call, scope)).toThrow(message);
  });
});

describe('a scope decides what is known', () => {
  const error: Scope['error'] = ({ name, problem, got }) =>
    new Error(`${name} ${problem}: ${JSON.stringify(got)}`);

  test('a function that it does not offer is a fault, with what stands in the call', () => {
    const few: Scope = { ...scope, functions: new Set(['Ref']), error };

    expect(resolve({ Ref: 'Name' }, few)).toBe('alpha');
    expect(() => resolve({ 'Fn::If': ['Yes', 'a', 'b'] }, few)).toThrow(
      'Fn::If is not supported: ["Yes","a","b"]',
    );
  });

  test.each<[Json]>([
    ['{{resolve:x}}'],
    [['a', { b: '{{resolve:x}}' }]],
    [{ 'Fn::Join': ['', ['{{res', 'olve:x}}']] }],
    [{ 'Fn::Join': ['{{resolve:x}}', ['a']] }],
    [{ 'Fn::Split': ['{{resolve:', 'a'] }],
    [{ 'Fn::Sub': ['{{${Part}', { Part: 'resolve:x}}' }] }],
    [{ 'Fn::FindInMap': ['Regions', 'dynamic', 'Zone'] }],
  ])('it is told every text that a value is made of, and may reject it: %j', (value) => {
    const careful: Scope = {
      ...scope,
      mappings: { Regions: { dynamic: { Zone: '{{resolve:x}}' } } },
      checkText: (text) => {
        if (text.includes('{{resolve:')) throw new Error(`not known: ${text}`);
      },
    };

    expect(() => resolve(value, careful)).toThrow('not known: ');
  });

  test('a member called __proto__ is not lost', () => {
    const value: unknown = JSON.parse('{"__proto__": {"Ref": "Name"}}');

    expect(JSON.stringify(resolve(value, scope))).toBe('{"__proto__":"alpha"}');
  });
});

describe('references', () => {
  test('are found wherever they are, also in the text of Fn::Sub, but not where it names its own variable', () => {
    const value: Json = [
      { a: { Ref: 'A' } },
      { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['B', 'Arn'] }]] },
      { 'Fn::Sub': ['${C}${D.Arn}${Own}${!Literal}', { Own: { Ref: 'E' } }] },
    ];
    expect(references(value, functionError)).toEqual([
      { name: 'A' },
      { name: 'B', attribute: 'Arn' },
      { name: 'C' },
      { name: 'D', attribute: 'Arn' },
      { name: 'E' },
    ]);
  });
});

describe('for every value', () => {
  const name = fc.stringMatching(/^[A-Za-z]{1,8}$/);

  test('a template without functions comes out as it went in', () => {
    const plain = fc
      .jsonValue()
      .filter((value) => !/"(Ref|Condition|Fn::|__proto__)/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(plain, (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        expect(resolve(json, scope)).toEqual(json);
      }),
    );
  });

  test('splitting what was joined gives the parts back', () => {
    const part = fc.string().filter((text) => !text.includes('|'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(resolve({ 'Fn::Split': ['|', { 'Fn::Join': ['|', parts] }] }, scope)).toEqual(parts);
      }),
    );
  });

  test('Fn::Sub puts a value in as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), name, (value, variable) => {
        expect(resolve({ 'Fn::Sub': [`<\${${variable}}>`, { [variable]: value }] }, scope)).toBe(
          `<${value}>`,
        );
      }),
    );
  });

  test('Fn::Equals is false for texts that differ', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(resolve({ 'Fn::Equals': [left, right] }, scope)).toBe(left === right);
      }),
    );
  });
});
