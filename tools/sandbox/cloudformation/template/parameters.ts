import { type QueryInput, validationError } from '../../wire/query-protocol';
import type { ParameterValue } from '../stacks/stack';
import type { ParameterDeclaration, Template } from './template';

/**
 * Gives every declared parameter its value: as sent, the previous one, or the default.
 *
 * @param ssmParameter what an SSM parameter of this account and region holds
 * @throws AwsError ValidationError
 */
export function parameterValues(
  template: Template,
  sent: readonly QueryInput[],
  previous: ReadonlyMap<string, ParameterValue>,
  ssmParameter: (name: string) => string | undefined,
): Map<string, ParameterValue> {
  const given = new Map(sent.map((parameter) => [parameter.requiredText('ParameterKey'), parameter]));
  const undeclared = [...given.keys()].filter((key) => !template.parameters.has(key));
  if (undeclared.length > 0) {
    throw validationError(`Parameters: [${undeclared.join(', ')}] do not exist in the template`);
  }
  const missing: string[] = [];
  const values = new Map<string, ParameterValue>();
  for (const [name, declaration] of template.parameters) {
    const parameter = given.get(name);
    const value = parameter?.flag('UsePreviousValue')
      ? previous.get(name)?.value
      : (parameter?.text('ParameterValue') ?? declaration.default);
    if (value === undefined) {
      missing.push(name);
      continue;
    }
    checkValue(name, value, declaration);
    values.set(name, {
      value,
      noEcho: declaration.noEcho,
      ...resolved(name, value, declaration, ssmParameter),
    });
  }
  if (missing.length > 0) throw validationError(`Parameters: [${missing.join(', ')}] must have values`);
  return values;
}

function resolved(
  name: string,
  value: string,
  { type }: ParameterDeclaration,
  ssmParameter: (name: string) => string | undefined,
): { resolvedValue?: string } {
  if (type !== 'AWS::SSM::Parameter::Value<String>') return {};
  const resolvedValue = ssmParameter(value);
  if (resolvedValue === undefined) {
    throw validationError(
      `Unable to fetch parameters [${value}] from parameter store for this account.`,
      `It is the value of the template's parameter ${name}.`,
    );
  }
  return { resolvedValue };
}

function checkValue(
  name: string,
  value: string,
  { type, allowedValues, allowedPattern }: ParameterDeclaration,
): void {
  if (type === 'Number' && (value.trim() === '' || Number.isNaN(Number(value)))) {
    throw validationError(`Parameter '${name}' must be a number.`);
  }
  if (allowedValues && !allowedValues.includes(value)) {
    throw validationError(`Parameter '${name}' must be one of AllowedValues`);
  }
  if (allowedPattern !== undefined && !new RegExp(`^(?:${allowedPattern})$`).test(value)) {
    throw validationError(
      `Parameter '${name}' failed to satisfy constraint: Parameter value must match pattern ${allowedPattern}`,
    );
  }
}
