import type { ServiceResponse } from '../../core/service';
import { ifThere } from '../../resource-type/differences';
import type { ServiceClient } from '../../resource-type/service-client';
import { parseXml } from '../xml';

/** Requests about one bucket, from inside, as whoever deploys. */
export class BucketRequests {
  constructor(
    private readonly aws: ServiceClient,
    private readonly bucket: string,
  ) {}

  delete(setting: string): Promise<ServiceResponse | undefined> {
    return ifThere(this.send('DELETE', setting));
  }

  /** A setting as it is now; undefined where there is none. */
  async get(setting: string, root: string): Promise<Record<string, unknown> | undefined> {
    const response = await ifThere(this.send('GET', setting));
    return response && parseXml(Buffer.from(String(response.body)), root);
  }

  /** @param setting the query parameter that names it: `policy`, `versioning`; '' for the bucket itself */
  send(method: string, setting: string, body = Buffer.alloc(0)): Promise<ServiceResponse> {
    const query = new URLSearchParams(setting === '' ? {} : { [setting]: '' });
    return this.aws.send('s3', { method, path: `/${this.bucket}`, query, body });
  }
}
