import type { AwsError } from '../../core/service';
import { isObject, type Json, type JsonObject, parseJson } from '../../core/json';
import { validationError } from '../../wire/query-protocol';

/**
 * A parsed template. Everything that this engine would not carry out is rejected by name when it is read.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export interface Template {
  /** As it was sent: GetTemplate answers this. */
  readonly body: string;
  readonly description?: string;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly mappings: JsonObject;
  readonly conditions: ReadonlyMap<string, Json>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

export interface ParameterDeclaration {
  readonly type: 'String' | 'Number' | 'CommaDelimitedList' | 'AWS::SSM::Parameter::Value<String>';
  readonly default?: string;
  readonly noEcho: boolean;
  readonly description?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
}

export interface Rule {
  readonly condition?: Json;
  readonly assertions: readonly { readonly assert: Json; readonly description: string }[];
}

export interface ResourceDeclaration {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition?: string;
  readonly deletionPolicy: RetentionPolicy;
  readonly updateReplacePolicy: RetentionPolicy;
  readonly metadata?: JsonObject;
}

export type RetentionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate';

export interface OutputDeclaration {
  readonly value: Json;
  readonly description?: string;
  readonly condition?: string;
  readonly exportName?: Json;
}

/** @throws AwsError ValidationError */
export function parseTemplate(body: string): Template {
  const document = readDocument(body);
  rejectUnknownKeys(
    document,
    SECTIONS,
    (keys) => `Invalid template property or properties [${keys.join(', ')}]`,
  );
  const resources = section(document, 'Resources');
  if (Object.keys(resources).length === 0) {
    throw formatError('At least one Resources member must be defined.');
  }
  const description = document['Description'];
  return {
    body,
    ...(typeof description === 'string' ? { description } : {}),
    parameters: declarations(section(document, 'Parameters'), parameterDeclaration),
    mappings: section(document, 'Mappings'),
    conditions: new Map(Object.entries(section(document, 'Conditions'))),
    rules: declarations(section(document, 'Rules'), ruleDeclaration),
    resources: declarations(resources, resourceDeclaration),
    outputs: declarations(section(document, 'Outputs'), outputDeclaration),
  };
}

/** CloudFormation's way to say that a template is wrong. */
export function formatError(message: string): AwsError {
  return validationError(`Template format error: ${message}`);
}

const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Resources',
  'Outputs',
];
const PARAMETER_TYPES = [
  'String',
  'Number',
  'CommaDelimitedList',
  'AWS::SSM::Parameter::Value<String>',
] as const;

function readDocument(body: string): JsonObject {
  let document: Json;
  try {
    document = parseJson(body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw formatError(`JSON not well-formed. (${reason}; the sandbox does not read YAML templates)`);
  }
  if (!isObject(document)) throw formatError('unsupported structure.');
  return document;
}

function section(document: JsonObject, name: string): JsonObject {
  const value = document[name] ?? {};
  if (!isObject(value)) throw formatError(`${name} must be an object`);
  return value;
}

function declarations<T>(values: JsonObject, read: (value: JsonObject, name: string) => T): Map<string, T> {
  return new Map(
    Object.entries(values).map(([name, value]) => {
      if (!isObject(value)) throw formatError(`[${name}] must be an object`);
      return [name, read(value, name)];
    }),
  );
}

function parameterDeclaration(value: JsonObject, name: string): ParameterDeclaration {
  rejectUnknownKeys(
    value,
    ['Type', 'Default', 'NoEcho', 'Description', 'AllowedValues', 'AllowedPattern', 'ConstraintDescription'],
    (keys) => `Invalid template parameter property '${keys.join(', ')}' of ${name}`,
  );
  const type = PARAMETER_TYPES.find((candidate) => candidate === value['Type']);
  if (type === undefined)
    throw formatError(`Unrecognized parameter type: ${JSON.stringify(value['Type'])} (${name})`);
  const {
    Default: fallback,
    AllowedValues: allowed,
    AllowedPattern: pattern,
    Description: description,
  } = value;
  return {
    type,
    noEcho: scalarText(value['NoEcho'] ?? false, `NoEcho of parameter ${name}`) === 'true',
    ...(fallback === undefined ? {} : { default: scalarText(fallback, `Default of parameter ${name}`) }),
    ...(typeof description === 'string' ? { description } : {}),
    ...(Array.isArray(allowed) ? { allowedValues: allowed.map((item) => scalarText(item, name)) } : {}),
    ...(typeof pattern === 'string' ? { allowedPattern: pattern } : {}),
  };
}

function ruleDeclaration(value: JsonObject, name: string): Rule {
  rejectUnknownKeys(
    value,
    ['RuleCondition', 'Assertions'],
    (keys) => `Rule ${name} has unknown ${keys.join(', ')}`,
  );
  const { RuleCondition: condition, Assertions: assertions } = value;
  if (!Array.isArray(assertions)) throw formatError(`Rule ${name} must have Assertions`);
  return {
    ...(condition === undefined ? {} : { condition }),
    assertions: assertions.map((assertion) => {
      const assert = isObject(assertion) ? assertion['Assert'] : undefined;
      if (!isObject(assertion) || assert === undefined)
        throw formatError(`Rule ${name}: an assertion needs Assert`);
      return {
        assert,
        description: scalarText(assertion['AssertDescription'] ?? '', `AssertDescription of rule ${name}`),
      };
    }),
  };
}

function resourceDeclaration(value: JsonObject, logicalId: string): ResourceDeclaration {
  if (!/^[A-Za-z0-9]{1,255}$/.test(logicalId))
    throw formatError(`Resource name ${logicalId} is non alphanumeric.`);
  rejectUnknownKeys(
    value,
    ['Type', 'Properties', 'DependsOn', 'Condition', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'],
    (keys) => `Invalid template resource property '${keys.join(', ')}' of ${logicalId}`,
  );
  const { Type: type, Properties: properties = {}, DependsOn: dependsOn = [], Condition: condition } = value;
  const metadata = value['Metadata'];
  if (typeof type !== 'string')
    throw formatError(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`);
  if (!isObject(properties)) throw formatError(`[/Resources/${logicalId}/Properties] must be an object`);
  const dependencies = Array.isArray(dependsOn) ? dependsOn : [dependsOn];
  return {
    logicalId,
    type,
    properties,
    dependsOn: dependencies.map((id) => scalarText(id, `DependsOn of ${logicalId}`)),
    ...(condition === undefined ? {} : { condition: scalarText(condition, `Condition of ${logicalId}`) }),
    deletionPolicy: retentionPolicy(value, 'DeletionPolicy', logicalId, type),
    updateReplacePolicy: retentionPolicy(value, 'UpdateReplacePolicy', logicalId, type),
    ...(isObject(metadata) ? { metadata } : {}),
  };
}

function retentionPolicy(
  value: JsonObject,
  attribute: string,
  logicalId: string,
  type: string,
): RetentionPolicy {
  const policy = value[attribute] ?? 'Delete';
  if (policy === 'Delete' || policy === 'Retain') return policy;
  if (policy === 'RetainExceptOnCreate' && attribute === 'DeletionPolicy') return policy;
  if (policy === 'Snapshot')
    throw formatError(`Resource type ${type} does not support snapshots. (${logicalId})`);
  throw formatError(`Unrecognized ${attribute} ${JSON.stringify(policy)} for resource ${logicalId}`);
}

function outputDeclaration(value: JsonObject, name: string): OutputDeclaration {
  rejectUnknownKeys(
    value,
    ['Value', 'Description', 'Condition', 'Export'],
    (keys) => `Invalid template output property '${keys.join(', ')}' of ${name}`,
  );
  const { Value: output, Description: description, Condition: condition, Export: exported } = value;
  if (output === undefined) throw formatError(`Every Outputs member must contain a Value object. (${name})`);
  const exportName = isObject(exported) ? exported['Name'] : undefined;
  return {
    value: output,
    ...(typeof description === 'string' ? { description } : {}),
    ...(condition === undefined ? {} : { condition: scalarText(condition, `Condition of output ${name}`) }),
    ...(exportName === undefined ? {} : { exportName }),
  };
}

function rejectUnknownKeys(
  value: JsonObject,
  known: readonly string[],
  message: (keys: string[]) => string,
): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw formatError(message(unknown));
}

function scalarText(value: Json, what: string): string {
  if (value === null || typeof value === 'object') throw formatError(`${what} must be a string`);
  return String(value);
}
