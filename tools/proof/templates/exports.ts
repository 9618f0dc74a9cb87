import { sayProofTemplates as say } from '../../../words/say';
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
  if (!found) throw new KnownLaterError(say('notExported', { name }));
  if (again) throw new UnresolvableError(say('exportedTwice', { name }));
  const { stack, id, output } = found;
  if (output.Condition !== undefined)
    throw new UnresolvableError(say('outputLater', { name, output: id, stack: stack.name }));
  const value = resolve(stack, output.Value, `Outputs.${id}.Value`);
  if (typeof value === 'string') return value;
  throw new UnresolvableError(say('outputNotText', { name, output: id, stack: stack.name }));
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
      throw new UnresolvableError(say('exportWithoutName', { output: id, stack: stack.name }));
    });
  });
}
