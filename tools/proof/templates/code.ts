import { sayProofTemplates as say } from '../../../words/say';
import { type AssetContent, contentOf, isSameFile } from './assets';
import { awsCliLayer, CDK_FUNCTIONS, type CdkFunction, installedCdk, sourceInCdk } from './cdk-functions';
import type { FoundResource } from './found-resource';
import { isObject, type JsonObject, shown } from './json';
import { UnresolvableError } from './unresolvable-error';
import { asObject, asText, onlyMembers } from './value-types';

type Finder = (type: string, arn: string) => FoundResource | undefined;

/**
 * Whose code a function or layer is: it stands in the template, or is uploaded from the assembly.
 *
 * @param find what an ARN stands for, in the account and region
 * @throws UnresolvableError if it may be somebody else's
 */
export function checkCode(resource: FoundResource, find: Finder): void {
  if (resource.type === 'AWS::Lambda::LayerVersion') {
    assetOf(resource, resource.optionalObject('Content') ?? {}, 'Content');
    return;
  }
  const code = resource.optionalObject('Code') ?? {};
  if (code.ImageUri !== undefined) checkImage(resource, code);
  else if (code.ZipFile === undefined) assetOf(resource, code, 'Code');
  else asText(onlyMembers(code, ['ZipFile'], 'Code').ZipFile, 'ZipFile');
  for (const layer of resource.texts('Layers')) {
    if (find('AWS::Lambda::LayerVersion', layer) === undefined)
      throw new UnresolvableError(say('layerElsewhere', { layer }));
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html */
function assetOf({ stack }: FoundResource, code: JsonObject, property: string) {
  const known = ['S3Bucket', 'S3Key', 'SourceKMSKeyArn'];
  const { S3Bucket: bucket, S3Key: key } = onlyMembers(code, known, property);
  const place = `${asText(bucket, 'S3Bucket')}/${asText(key, 'S3Key')}`;
  const asset = stack.assets.files.get(place);
  if (asset) return asset;
  throw new UnresolvableError(say('codeElsewhere', { property, place, stack: stack.name }));
}

function checkImage({ stack }: FoundResource, code: JsonObject): void {
  const uri = asText(onlyMembers(code, ['ImageUri'], 'Code').ImageUri, 'ImageUri');
  const repositories = `${stack.account}.dkr.ecr.${stack.region}.amazonaws.com/`;
  if (uri.startsWith(repositories) && stack.assets.images.has(uri.slice(repositories.length))) return;
  throw new UnresolvableError(say('imageElsewhere', { image: uri, stack: stack.name }));
}

/**
 * A custom resource runs a function while it is deployed. Only those of CDK are known, byte for byte.
 *
 * @throws UnresolvableError
 */
export function checkCustomResource(resource: FoundResource, find: Finder): void {
  const expected = Object.hasOwn(CDK_FUNCTIONS, resource.type) ? CDK_FUNCTIONS[resource.type] : undefined;
  if (!expected) throw new UnresolvableError(say('runsOwnFunction'));
  const token = resource.text('ServiceToken');
  const found = find('AWS::Lambda::Function', token);
  if (!found) throw new UnresolvableError(say('noSuchFunction', { token }));
  const difference = differenceOf(found, expected, find);
  if (difference !== undefined)
    throw new UnresolvableError(
      say('functionDiffers', { name: found.logicalId, cdk: installedCdk(), difference }),
    );
}

/** What changes nothing of what the code of a function does. */
const HARMLESS = [
  'Architectures',
  'Description',
  'EphemeralStorage',
  'FunctionName',
  'KmsKeyArn',
  'LoggingConfig',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Role',
  'Tags',
  'Timeout',
  'TracingConfig',
  'VpcConfig',
];

const COMPARED = ['Code', 'Environment', 'Handler', 'Layers', 'Runtime'];

/** What is not as CDK writes it, as a clause. */
function differenceOf(found: FoundResource, expected: CdkFunction, find: Finder): string | undefined {
  const more = Object.keys(found.properties).find((name) => ![...HARMLESS, ...COMPARED].includes(name));
  if (more !== undefined) return say('functionHas', { name: more });
  const runtime = found.text('Runtime');
  if (!expected.runtime.test(runtime)) return say('functionIs', { property: 'Runtime', value: runtime });
  const handler = found.text('Handler');
  const files = Object.hasOwn(expected.files, handler) ? expected.files[handler] : undefined;
  if (!files) return say('functionIs', { property: 'Handler', value: handler });
  const environment = found.optionalObject('Environment');
  if (!isSameEnvironment(environment, expected.environment))
    return say('functionIs', { property: 'Environment', value: shown(environment) });
  const code = asObject(found.property('Code'), 'Code');
  if (!isSameCode(found, code, files, expected)) return say('otherCode');
  return isSameLayer(found, expected, find) ? undefined : say('otherLayers');
}

function isSameEnvironment(
  found: JsonObject | undefined,
  expected: CdkFunction['environment'] = {},
): boolean {
  if (!found) return Object.keys(expected).length === 0;
  const { Variables: variables = {}, ...rest } = found;
  return (
    Object.keys(rest).length === 0 &&
    isObject(variables) &&
    Object.keys(variables).length === Object.keys(expected).length &&
    Object.entries(expected).every(([name, value]) => variables[name] === value)
  );
}

function isSameCode(
  found: FoundResource,
  code: JsonObject,
  files: Readonly<Record<string, string>>,
  { inline = (source) => source }: CdkFunction,
): boolean {
  const [only = '', ...more] = Object.values(files);
  if (code.ZipFile !== undefined)
    return more.length === 0 && code.ZipFile === inline(sourceInCdk(only).toString());
  const asset = assetOf(found, code, 'Code');
  return asset.packaging === 'zip' && holds(contentOf(asset), files);
}

function holds(content: AssetContent, files: Readonly<Record<string, string>>): boolean {
  return (
    content.size === Object.keys(files).length &&
    Object.entries(files).every(([name, file]) => content.get(name)?.equals(sourceInCdk(file)))
  );
}

function isSameLayer(found: FoundResource, { hasAwsCli = false }: CdkFunction, find: Finder): boolean {
  const [only, ...more] = found.texts('Layers');
  if (!hasAwsCli || only === undefined || more.length > 0) return !hasAwsCli && only === undefined;
  const layer = find('AWS::Lambda::LayerVersion', only);
  if (!layer) return false;
  const asset = assetOf(layer, layer.optionalObject('Content') ?? {}, 'Content');
  return asset.packaging === 'file' && isSameFile(asset.path, awsCliLayer());
}
