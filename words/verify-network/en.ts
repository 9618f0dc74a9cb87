import type { Messages } from '../speech';

/** Why a call says nothing about the share, and what to do: `…Cause` and `…Todo` of the rows of causes/network.ts. */
export const en = {
  interruptedCause: 'it was stopped by hand',
  interruptedTodo: 'run it again',
  timeoutCause: 'AWS was asked and did not answer in time',
  timeoutTodo: 'check the network and AWS_ENDPOINT_URL, or give it longer with --timeout',
  noConnectionCause: 'AWS could not be reached',
  noConnectionTodo: 'check the network, the proxy and AWS_ENDPOINT_URL, then run it again',
  throttledCause: 'AWS asked to slow down, and still did after several tries',
  throttledTodo: 'run it again in a minute, with a smaller --concurrency',
  awsErrorCause: 'AWS had an error of its own',
  awsErrorTodo: 'run it again later; https://health.aws.amazon.com says what is known',
  clockCause: 'the clock of this computer is wrong: AWS takes a signature only within minutes',
  clockTodo: 'set the clock (turn on network time), then run it again',
} as const satisfies Messages;
