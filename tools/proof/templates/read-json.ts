import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import { parseJson } from '../../iam/json';
import { isObject, type JsonObject } from './json';
import { UnreadableAssemblyError } from './unreadable-assembly-error';

/** In bytes. A template has a million at most, and an assembly's other files are not much larger. */
const LARGEST = 16 * 2 ** 20;

export interface JsonFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly json: JsonObject;
}

/**
 * @param hint what the file is, or what to do if it is not there
 * @throws UnreadableAssemblyError
 */
export function readJsonFile(directory: string, file: string, hint: string): JsonFile {
  const path = join(directory, file);
  if (!existsSync(path)) throw new UnreadableAssemblyError(say('fileMissing', { path, hint }));
  const bytes = readFile(path, hint);
  let json: unknown;
  try {
    json = parseJson(bytes.toString());
  } catch (error) {
    const isTwice = /is there twice/.test(String(error));
    throw new UnreadableAssemblyError(
      isTwice
        ? say('fileNotJson', { path, problem: String(error), hint })
        : say('fileHalfWritten', { path, hint }),
    );
  }
  if (!isObject(json)) throw new UnreadableAssemblyError(say('fileNotObject', { path, hint }));
  return { path, bytes, json };
}

function readFile(path: string, hint: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size <= LARGEST) return readFileSync(path);
    throw new UnreadableAssemblyError(say('fileTooLarge', { path, size, largest: LARGEST }));
  } catch (error) {
    if (error instanceof UnreadableAssemblyError) throw error;
    throw new UnreadableAssemblyError(say('fileUnreadable', { path, hint }));
  }
}

export function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
