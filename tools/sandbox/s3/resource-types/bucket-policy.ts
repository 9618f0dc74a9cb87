import { isObject, parseJson } from '../../core/json';
import { differs, documentText, ifThere } from '../../resource-type/differences';
import { HandlerError } from '../../resource-type/handler-error';
import type { ResourceType } from '../../resource-type/resource-type';
import { BucketRequests } from './bucket-requests';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
export const s3BucketPolicy: ResourceType = {
  properties: { Bucket: 'replace', PolicyDocument: 'update' },
  required: ['Bucket', 'PolicyDocument'],
  attributes: [],

  async create(properties, { aws }) {
    const name = properties.text('Bucket');
    const bucket = new BucketRequests(aws, name);
    if ((await ifThere(bucket.send('GET', 'policy'))) !== undefined)
      throw new HandlerError('AlreadyExists', `The bucket policy already exists on bucket ${name}.`);
    await bucket.send('PUT', 'policy', Buffer.from(documentText(properties, 'PolicyDocument')));
    return { physicalId: name, attributes: {} };
  },

  async update({ existing, properties }, { aws }) {
    if (differs(existing.properties, properties, 'PolicyDocument')) {
      const document = Buffer.from(documentText(properties, 'PolicyDocument'));
      await new BucketRequests(aws, existing.physicalId).send('PUT', 'policy', document);
    }
    return existing;
  },

  async delete({ physicalId }, { aws }) {
    await new BucketRequests(aws, physicalId).delete('policy');
  },

  async read(name, { aws }) {
    const found = await ifThere(new BucketRequests(aws, name).send('GET', 'policy'));
    if (found === undefined) return undefined;
    const PolicyDocument = parseJson(String(found.body));
    if (!isObject(PolicyDocument)) throw new Error(`the policy of ${name} is no JSON object`);
    return { physicalId: name, attributes: {}, properties: { Bucket: name, PolicyDocument } };
  },
};
