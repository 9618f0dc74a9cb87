import { type Json, isList, isObject, objectAt } from '../../naive/json';
import { type Assembly, type Stack, isNoValue, resolve } from './cloudformation';

/**
 * The assembly with every import replaced by what is exported, or why that cannot be known before it is deployed.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html:
 * a name can be exported once in an account and region, and a stack imports only what is there before it.
 */
export function withImports(assembly: Assembly): Assembly | { readonly open: string } {
  if (!JSON.stringify(assembly).includes('Fn::ImportValue')) return assembly;
  try {
    checkOrder(assembly);
    return assembly.map((stack) => {
      const template = replaced(stack.template, stack, assembly);
      return { ...stack, template: isObject(template) ? template : {} };
    });
  } catch (error) {
    if (error instanceof Open) return { open: error.message };
    throw error;
  }
}

class Open extends Error {}

interface Export {
  readonly stack: Stack;
  readonly name: string;
  readonly value: Json | undefined;
  readonly isConditional: boolean;
}

function exportsFor(stack: Stack, assembly: Assembly): Export[] {
  const near = assembly.filter(({ account, region }) => account === stack.account && region === stack.region);
  return near.flatMap((other) =>
    Object.values(objectAt(other.template, 'Outputs')).flatMap((output): Export[] => {
      if (!isObject(output) || output['Export'] === undefined) return [];
      const name = known(objectAt(output, 'Export')['Name'], other);
      if (name === undefined) throw new Open('a name among the exports is not known');
      const isConditional = output['Condition'] !== undefined;
      return [{ stack: other, name, value: output['Value'], isConditional }];
    }),
  );
}

function exported(argument: Json, stack: Stack, assembly: Assembly): Export {
  const name = known(argument, stack);
  const found = exportsFor(stack, assembly).filter((one) => one.name === name);
  const [first] = found;
  if (!first) throw new Open(`nobody exports ${String(name)}`);
  if (found.length > 1) throw new Open(`${String(name)} is exported twice, and one of the stacks fails`);
  if (first.isConditional)
    throw new Open(`whether ${String(name)} is exported is decided when it is deployed`);
  return first;
}

function replaced(json: Json, stack: Stack, assembly: Assembly): Json {
  if (isList(json)) return json.map((item) => replaced(item, stack, assembly));
  if (!isObject(json)) return json;
  const argument = json['Fn::ImportValue'];
  if (argument !== undefined) {
    const { value, name } = exported(argument, stack, assembly);
    const text = known(value, stack);
    if (text === undefined) throw new Open(`the value of ${name} is no text that is known`);
    return text;
  }
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [key, replaced(item, stack, assembly)]),
  );
}

/** Undefined for what is no text, or is known only when it is deployed. */
function known(value: Json | undefined, stack: Stack): string | undefined {
  if (value === undefined || isNoValue(value)) return undefined;
  try {
    const text = resolve(value, stack);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A stack that imports, directly or not, from itself can never be made. */
function checkOrder(assembly: Assembly): void {
  const sources = new Map(assembly.map((stack) => [stack, importsOf(stack.template, stack, assembly)]));
  for (const stack of assembly) {
    const reached = new Set<Stack>();
    const next = [...(sources.get(stack) ?? [])];
    for (let one = next.pop(); one; one = next.pop()) {
      if (one === stack) throw new Open(`${stack.name} imports from itself`);
      if (!reached.has(one)) next.push(...(sources.get(one) ?? []));
      reached.add(one);
    }
  }
}

function importsOf(json: Json, stack: Stack, assembly: Assembly): Stack[] {
  if (isList(json)) return json.flatMap((item) => importsOf(item, stack, assembly));
  if (!isObject(json)) return [];
  const argument = json['Fn::ImportValue'];
  if (argument !== undefined) return [exported(argument, stack, assembly).stack];
  return Object.values(json).flatMap((item) => importsOf(item, stack, assembly));
}
