import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, isList, isObject } from '../../naive/json';
import type { Folder } from '../tampered';

/** A folder that `cdk synth` wrote, with one change of what says which files are uploaded and deployed. */
export interface SealMutant {
  readonly name: string;
  readonly change: (folder: Folder) => void;
}

type Path = readonly (string | number)[];

/** Of no consequence to what is deployed, and too many to be tried. */
const LEFT_OUT = ['metadata', 'flags', 'version', 'minimumCliVersion'];

/** Every place of the manifest and of the asset manifests: taken away, spelt otherwise, and as it stands elsewhere. */
export function sealMutants(directory: string): SealMutant[] {
  const files = readdirSync(directory).filter((name) => /^manifest\.json$|\.assets\.json$/.test(name));
  return files.flatMap((file) => {
    const json = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Json;
    const places = placesIn(json, []);
    return places.flatMap(({ path, value }) =>
      [undefined, ...otherValues(value, path, places)].map((other) => ({
        name: `${file} ${path.join('.')}: ${other === undefined ? 'taken away' : JSON.stringify(other)}`,
        change: (folder: Folder) => folder.set(file, path, other),
      })),
    );
  });
}

interface Place {
  readonly path: Path;
  readonly value: Json;
}

function placesIn(json: Json, path: Path): Place[] {
  const members: (readonly [string | number, Json])[] = isList(json)
    ? json.map((item, index) => [index, item] as const)
    : Object.entries(isObject(json) ? json : {}).filter(([name]) => !LEFT_OUT.includes(name));
  return members.flatMap(([name, value]) => [
    { path: [...path, name], value },
    ...placesIn(value, [...path, name]),
  ]);
}

/** What is no object: nearly the same, and what another place of the same name says. */
function otherValues(value: Json, path: Path, places: readonly Place[]): Json[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1];
  if (typeof value !== 'string') return [];
  const name = path[path.length - 1];
  const elsewhere = places.find(
    (one) =>
      one.path[one.path.length - 1] === name &&
      one.path.length === path.length &&
      typeof one.value === 'string' &&
      one.value !== value,
  );
  const isKindOfArtifact = name === 'type'; // what it is, decides what else it has to have
  return [`${value}x`, ...(elsewhere && !isKindOfArtifact ? [elsewhere.value] : [])];
}
