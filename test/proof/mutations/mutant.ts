import { type Json, type JsonObject, isList, isObject, objectAt } from '../../naive/json';
import { type Assembly, textOf } from './cloudformation';

/** An assembly with one small change. */
export interface Mutant {
  /** Where and what: `VendorStack/PermissionSet.InlinePolicy[AllowAssumeCompanyRole]: effect flipped`. */
  readonly name: string;
  readonly assembly: Assembly;
}

/** Another text for one statement: none, one, or more statements in its place. */
export type Change = readonly [what: string, statements: readonly Json[]];

export type Path = readonly (string | number)[];

/** The same assembly with another value at one place; `undefined` takes the value away. All else is shared. */
export function edited(assembly: Assembly, stackName: string, path: Path, value: Json | undefined): Assembly {
  return assembly.map((stack) => {
    if (stack.name !== stackName) return stack;
    const template = replaced(stack.template, path, value);
    return { ...stack, template: isObject(template) ? template : {} };
  });
}

function replaced(json: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(json)) {
    const items = json.flatMap((item, index) => {
      const next = index === step ? replaced(item, rest, value) : item;
      return next === undefined ? [] : [next];
    });
    return items;
  }
  return withKey(
    isObject(json) ? json : {},
    String(step),
    replaced(isObject(json) ? json[step] : undefined, rest, value),
  );
}

/** The object with one key set, or without it; the order of the others stays. */
export function withKey(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (value === undefined) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  return { ...object, [key]: value };
}

/** The object with one key called something else, in its old place. */
export function renamedKey(object: JsonObject, key: string, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([old, value]) => [old === key ? name : old, value]));
}

/** Every resource of some types, with its place. */
export interface Site {
  readonly stackName: string;
  readonly account: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

export function sitesOf(assembly: Assembly, ...types: readonly string[]): Site[] {
  return assembly.flatMap((stack) =>
    Object.entries(objectAt(stack.template, 'Resources')).flatMap(([logicalId, resource]) => {
      if (!isObject(resource)) return [];
      const type = textOf(resource['Type']);
      if (types.length > 0 && !types.includes(type)) return [];
      return [
        {
          stackName: stack.name,
          account: stack.account,
          logicalId,
          type,
          properties: objectAt(resource, 'Properties'),
        },
      ];
    }),
  );
}

/** Changes one property of a resource. */
export function property(assembly: Assembly, site: Site, name: string, value: Json | undefined): Assembly {
  return edited(assembly, site.stackName, ['Resources', site.logicalId, 'Properties', name], value);
}

/** Adds resources to a stack. */
export function added(assembly: Assembly, stackName: string, resources: JsonObject): Assembly {
  return Object.entries(resources).reduce(
    (all, [logicalId, resource]) => edited(all, stackName, ['Resources', logicalId], resource),
    assembly,
  );
}
