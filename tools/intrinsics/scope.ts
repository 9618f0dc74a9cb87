import type { Json } from './json';

/** What `AWS::NoValue` stands for: a property or list member that is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

export type Resolved = Json | typeof NO_VALUE;

/** What the functions of a template can refer to, and what is said where they come to nothing. */
export interface Scope {
  /** Of a parameter, a resource or a pseudo parameter; undefined when there is none of that name. */
  ref(name: string): Resolved | undefined;
  /** Throws when the resource has no such attribute. */
  attribute(logicalId: string, attribute: string): Json;
  condition(name: string): boolean;
  importValue(exportName: string): Resolved;
  /** The section of the template. */
  readonly mappings: unknown;
  /**
   * The functions that can be evaluated here.
   * @default - all
   */
  readonly functions?: ReadonlySet<string>;
  /** Told every text that stands in the template or is put together from it; throws where that is not its value. */
  checkText?(text: string): void;
  /** A fault in the words of whoever asked. */
  readonly error: (fault: Fault) => Error;
}

/** Why a call has no value. */
export interface Fault {
  /** `Fn::Join` */
  readonly name: string;
  readonly problem: Problem;
  /** What stands in the call. */
  readonly got: unknown;
  /** The index or path at which there is nothing. */
  readonly at?: string;
}

export type Problem =
  | 'wants text'
  | 'wants a delimiter'
  | 'wants a list'
  | 'wants two arguments'
  | 'wants three arguments'
  | 'wants three texts'
  | 'wants one condition'
  | 'wants 2 to 10 conditions'
  | 'wants true or false'
  | 'wants a text and its variables'
  | 'wants a resource and an attribute'
  /** Which place the others then have, the reference does not say. */
  | 'wants a list without AWS::NoValue'
  /** What is put together from it would not fit any template. */
  | 'is too long'
  | 'names nothing'
  | 'selects nothing'
  | 'finds nothing'
  /** There is no such function, or it cannot be evaluated here. */
  | 'is not supported';
