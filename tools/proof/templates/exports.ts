import type { Resolved } from '../../intrinsics/scope';
import type { Assembly, StackTemplate } from './assembly';
import { isObject, type JsonObject } from './json';
import { KnownLaterError, UnresolvableError } from './unresolvable-error';

/** Works a value of a template out; `what` names it among those of its stack. */
type Resolve = (stack: StackTemplate, value: unknown, what: string) => Resolved;

/**
 * What `Fn::ImportValue` gives in the account and region of a stack.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html
 *
 * @throws UnresolvableError
 */
export function exportedValue(
  assembly: Assembly,
  { account, region }: StackTemplate,
  name: string,
  resolve: Resolve,
): Resolved {
  const [found, again] = exportsIn(assembly, { account, region }, resolve).filter((one) => one.name === name);
  if (!found) throw new KnownLaterError(`Fn::ImportValue ${name} is exported by no stack of this assembly`);
  if (again) throw new UnresolvableError(`Fn::ImportValue ${name} is exported more than once`);
  const { stack, id, output } = found;
  if (output.Condition !== undefined)
    throw new UnresolvableError(
      `Fn::ImportValue ${name}: whether the output ${id} of ${stack.name} is there is decided only when it is deployed`,
    );
  const value = resolve(stack, output.Value, `Outputs.${id}.Value`);
  if (typeof value === 'string') return value;
  throw new UnresolvableError(
    `Fn::ImportValue ${name}: the Value of the output ${id} of ${stack.name} is no text`,
  );
}

export interface Export {
  readonly stack: StackTemplate;
  /** Of the output. */
  readonly id: string;
  readonly output: JsonObject;
  readonly name: string;
}

/** @throws UnresolvableError if a name among them cannot be known: it might be any */
export function exportsIn(
  { stacks }: Assembly,
  { account, region }: Pick<StackTemplate, 'account' | 'region'>,
  resolve: Resolve,
): Export[] {
  return stacks.flatMap((stack) => {
    if (stack.account !== account || stack.region !== region) return [];
    const outputs = Object.entries(isObject(stack.template.Outputs) ? stack.template.Outputs : {});
    return outputs.flatMap(([id, output]): Export[] => {
      if (!isObject(output) || output.Export === undefined) return [];
      const name = isObject(output.Export)
        ? resolve(stack, output.Export.Name, `Outputs.${id}.Export.Name`)
        : undefined;
      if (typeof name === 'string') return [{ stack, id, output, name }];
      throw new UnresolvableError(`the Export of the output ${id} of ${stack.name} has no Name that is text`);
    });
  });
}
