import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, shown } from '../../proof/templates/json';

/** One place in which a live template is not the one that was proved. */
export interface TemplateDifference {
  /** `VendorAccessRole (AWS::IAM::Role)`, or a section: `Rules`. */
  readonly what: string;
  /** `Properties.MaxSessionDuration`; '' for the whole. */
  readonly place: string;
  /** As JSON, cut short; absent if it is not there. */
  readonly deployed?: string;
  readonly proved?: string;
}

/**
 * Compares what is deployed with what was proved, as JSON: every resource with every attribute, and the sections that decide
 * what becomes of them. Left out is what gives nobody anything: descriptions, metadata, outputs, and CDK's list of versions.
 */
export function compareTemplates(deployed: JsonObject, proved: JsonObject): TemplateDifference[] {
  const sections = names(deployed, proved).filter(
    (name) => name !== 'Resources' && !WITHOUT_EFFECT.has(name),
  );
  return [
    ...resourceDifferences(section(deployed, 'Resources'), section(proved, 'Resources')),
    ...sections.flatMap((name) =>
      differences(withoutCdkMetadata(name, deployed[name]), withoutCdkMetadata(name, proved[name]), '').map(
        (one) => ({
          what: name,
          ...one,
        }),
      ),
    ),
  ];
}

const WITHOUT_EFFECT = new Set(['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Outputs']);

function resourceDifferences(deployed: JsonObject, proved: JsonObject): TemplateDifference[] {
  return names(deployed, proved).flatMap((logicalId) => {
    const [there, wanted] = [withoutMetadata(deployed, logicalId), withoutMetadata(proved, logicalId)];
    const types = [wanted, there].flatMap((one) => (one === undefined ? [] : [shownType(one)]));
    if (types.every((type) => type === 'AWS::CDK::Metadata')) return [];
    const [type = ''] = types;
    return differences(there, wanted, '').map((one) => ({ what: `${logicalId} (${type})`, ...one }));
  });
}

function withoutMetadata(resources: JsonObject, logicalId: string): JsonObject | undefined {
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  if (!isObject(resource)) return resource === undefined ? undefined : { Type: shown(resource) };
  return without('Metadata', resource);
}

function shownType({ Type: type }: JsonObject): string {
  return typeof type === 'string' ? type : shown(type);
}

function without(name: string, object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([one]) => one !== name));
}

/** The condition under which CDK's list of versions is there. */
function withoutCdkMetadata(name: string, value: unknown): unknown {
  if (name !== 'Conditions' || !isObject(value)) return value;
  const rest = without('CDKMetadataAvailable', value);
  return Object.keys(rest).length === 0 ? undefined : rest;
}

type Place = Omit<TemplateDifference, 'what'>;

/** The smallest places that differ; two lists of different length differ as a whole. */
function differences(deployed: unknown, proved: unknown, place: string): Place[] {
  if (isDeepStrictEqual(deployed, proved)) return [];
  if (isObject(deployed) && isObject(proved)) {
    return names(deployed, proved).flatMap((name) =>
      differences(deployed[name], proved[name], place === '' ? name : `${place}.${name}`),
    );
  }
  if (Array.isArray(deployed) && Array.isArray(proved) && deployed.length === proved.length) {
    return deployed.flatMap((item: unknown, index) => differences(item, proved[index], `${place}[${index}]`));
  }
  return [
    {
      place,
      ...(deployed !== undefined && { deployed: shown(deployed) }),
      ...(proved !== undefined && { proved: shown(proved) }),
    },
  ];
}

function names(...objects: readonly JsonObject[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))];
}

function section(template: JsonObject, name: string): JsonObject {
  const value = template[name];
  return isObject(value) ? value : {};
}
