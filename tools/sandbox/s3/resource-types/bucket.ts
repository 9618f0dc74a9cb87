import type { JsonObject } from '../../core/json';
import { ifThere, orTakenBack } from '../../resource-type/differences';
import { physicalName } from '../../resource-type/physical-name';
import { ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { Created, ExistingResource, ResourceType } from '../../resource-type/resource-type';
import { toXml } from '../xml';
import { BucketRequests } from './bucket-requests';
import { SETTINGS } from './bucket-settings';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const s3Bucket: ResourceType = {
  properties: { BucketName: 'replace', ...allUpdate(Object.keys(SETTINGS)) },
  required: [],
  nameProperty: 'BucketName',
  identifiedByName: true,
  attributes: ['Arn', 'DomainName', 'RegionalDomainName'],

  async create(properties, context) {
    const { region } = context.aws.actor;
    const name = properties.optionalText('BucketName') ?? physicalName(context, 63).toLowerCase();
    const where =
      region === 'us-east-1' ? '' : toXml('CreateBucketConfiguration', { LocationConstraint: region });
    await new BucketRequests(context.aws, name).send('PUT', '', Buffer.from(where));
    const created = createdBucket(name, region);
    const bare = new ResourceProperties({});
    await orTakenBack(
      { ...created, properties: bare },
      () => configure({ ...created, properties: bare }, properties, context),
      (existing) => remove(existing, context),
    );
    return created;
  },

  async update({ existing, properties }, context) {
    await configure(existing, properties, context);
    return existing;
  },

  delete: remove,

  async read(name, { aws }) {
    const bucket = new BucketRequests(aws, name);
    if ((await ifThere(bucket.send('HEAD', ''))) === undefined) return undefined;
    const properties: JsonObject = { BucketName: name };
    for (const [property, one] of Object.entries(SETTINGS)) {
      const value = one.read((await bucket.get(one.setting, one.root)) ?? {});
      if (value !== undefined) properties[property] = value;
    }
    return { ...createdBucket(name, aws.actor.region), properties };
  },
};

/** Sets what differs; a setting that the template does not have is that of a new bucket. */
async function configure(
  { physicalId, properties: before }: ExistingResource,
  after: ResourceProperties,
  { aws }: ResourceContext,
): Promise<void> {
  const bucket = new BucketRequests(aws, physicalId);
  for (const [property, one] of Object.entries(SETTINGS)) {
    const { setting, root, ofNew, whenRemoved } = one;
    const documentOf = (of: ResourceProperties, fallback = ofNew): string | undefined => {
      const content = of.has(property) ? one.write(of) : fallback;
      return content === undefined ? undefined : toXml(root, content);
    };
    const [now, wanted] = [documentOf(before), documentOf(after)];
    if (now === wanted) continue;
    const document = wanted ?? documentOf(after, whenRemoved);
    if (document === undefined) await bucket.delete(setting);
    else await bucket.send('PUT', setting, Buffer.from(document));
  }
}

async function remove({ physicalId }: ExistingResource, { aws }: ResourceContext): Promise<void> {
  await new BucketRequests(aws, physicalId).delete('');
}

const createdBucket = (name: string, region: string): Created => ({
  physicalId: name,
  attributes: {
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
  },
});

function allUpdate(names: readonly string[]): Record<string, 'update'> {
  return Object.fromEntries(names.map((name) => [name, 'update' as const]));
}
