import { type Reference, references } from '../../../intrinsics/calls';
import { unknownFunctions } from '../../../intrinsics/intrinsics';
import { dependenciesOf, inDependencyOrder } from './dependencies';
import type { Json } from '../../core/json';
import type { ResourceTypes } from '../../resource-type/resource-type';
import { isPseudoParameter, unsupportedAttribute } from './resolution';
import { formatError, type Template } from './template';
import { functionError, templateError } from './template-error';

/**
 * Checks a template as a whole, before any of it is deployed: types, functions, references, cycles.
 *
 * @throws AwsError ValidationError in CloudFormation's words
 */
export function validateTemplate(template: Template, known: ResourceTypes): void {
  rejectUnknownTypes(template, known);
  rejectUnknownFunctions(template);
  checkConditions(template);
  checkReferences(template, known);
  inDependencyOrder(dependenciesOf(template.resources));
}

function rejectUnknownTypes({ resources }: Template, known: ResourceTypes): void {
  const types = new Set([...resources.values()].map((resource) => resource.type));
  const unknown = [...types].filter((type) => !known.has(type));
  if (unknown.length > 0) throw formatError(`Unrecognized resource types: [${unknown.join(', ')}]`);
}

function rejectUnknownFunctions(template: Template): void {
  const names = new Set(everyValue(template).flatMap(unknownFunctions));
  if (names.size > 0) throw templateError(`the function ${[...names].join(', ')} is not supported`);
}

function checkConditions({ conditions, resources, outputs }: Template): void {
  const used = [...resources.values(), ...outputs.values()].flatMap(({ condition }) => condition ?? []);
  const missing = used.filter((name) => !conditions.has(name));
  if (missing.length > 0) {
    throw formatError(
      `Unresolved condition dependency ${missing.join(', ')} in the Resources block of the template`,
    );
  }
}

function checkReferences(template: Template, types: ResourceTypes): void {
  const { parameters, resources } = template;
  const isKnown = (name: string) => parameters.has(name) || resources.has(name) || isPseudoParameter(name);
  const check = (block: string, value: Json, dependsOn: readonly string[] = []): void => {
    const found = references(value, functionError);
    const unknown = new Set(found.map(({ name }) => name).filter((name) => !isKnown(name)));
    const missing = [...dependsOn.filter((id) => !resources.has(id)), ...unknown];
    if (missing.length > 0) {
      throw formatError(
        `Unresolved resource dependencies [${missing.join(', ')}] in the ${block} block of the template`,
      );
    }
    checkAttributes(found, template, types);
  };
  for (const { properties, dependsOn } of resources.values()) check('Resources', properties, dependsOn);
  for (const { value } of template.outputs.values()) check('Outputs', value);
}

function checkAttributes(found: readonly Reference[], { resources }: Template, types: ResourceTypes): void {
  for (const { name, attribute } of found) {
    if (attribute === undefined) continue;
    const resource = resources.get(name);
    if (resource === undefined)
      throw templateError(`instance of Fn::GetAtt references undefined resource ${name}`);
    if (!types.get(resource.type)?.attributes.includes(attribute))
      throw unsupportedAttribute(name, attribute);
  }
}

function everyValue({ conditions, rules, resources, outputs }: Template): Json[] {
  return [
    ...conditions.values(),
    ...[...rules.values()].flatMap(({ condition, assertions }) => [
      ...(condition === undefined ? [] : [condition]),
      ...assertions.map(({ assert }) => assert),
    ]),
    ...[...resources.values()].map(({ properties }) => properties),
    ...[...outputs.values()].flatMap(({ value, exportName }) =>
      exportName === undefined ? [value] : [value, exportName],
    ),
  ];
}
