import { saySandboxWelcome as say } from '../../words/say';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { PlainError } from '../exit-code';
import type { PageAnswer, PageDoor } from './pages/page-door';
import { readBody, readHead } from './wire/http-request';

type Door = Pick<PageDoor, 'answer' | 'turnAway'>;

/**
 * The HTTP around the front door. What cannot be parsed as HTTP, headers of more than 16 KiB and clients that are too slow
 * (a minute for the headers, five for all) Node answers by itself: 400, 431 and 408.
 *
 * https://nodejs.org/docs/latest-v20.x/api/http.html#event-clienterror
 */
export function serverOf(frontDoor: Door, onFailure: (error: unknown) => void): Server {
  const handle = (message: IncomingMessage, response: ServerResponse, askFirst: boolean): void => {
    response.on('error', onFailure);
    answer(message, response, askFirst, frontDoor).catch((error: unknown) => {
      onFailure(error);
      message.socket.destroy(); // this connection and no other
    });
  };
  return createServer((message, response) => handle(message, response, false)).on(
    'checkContinue',
    (message, response) => handle(message, response, true),
  );
}

/** @param askFirst the client waits with its body until it is asked for it */
async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  askFirst: boolean,
  frontDoor: Door,
): Promise<void> {
  let isAwaited = askFirst;
  const body = (limit: number): Promise<Buffer | undefined> => {
    if (isAwaited) response.writeContinue();
    isAwaited = false;
    return readBody(message, limit);
  };
  write(await answerOf(message, body, frontDoor), message, response, isAwaited);
}

function answerOf(
  message: IncomingMessage,
  body: (limit: number) => Promise<Buffer | undefined>,
  frontDoor: Door,
): Promise<PageAnswer> | PageAnswer {
  let head;
  try {
    head = readHead(message);
  } catch (error) {
    return frontDoor.turnAway(error, message.method ?? 'GET', message.url ?? '/');
  }
  return frontDoor.answer(head, body);
}

/** A connection on which a body was left unread cannot be used any more. */
function write(
  { status, headers = {}, body }: PageAnswer,
  message: IncomingMessage,
  response: ServerResponse,
  isAwaited: boolean,
): void {
  if (body instanceof Readable) {
    response.writeHead(status, { ...headers });
    pipeline(body, response, () => undefined); // whoever leaves ends it
    return;
  }
  const isRead = message.complete;
  const pieces = typeof body === 'string' || Buffer.isBuffer(body) ? [Buffer.from(body)] : body;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  response.writeHead(status, {
    // HEAD answers say how long the body would be.
    'content-length': String(length),
    ...headers,
    ...(isRead ? {} : { connection: 'close' }),
  });
  if (!isRead && !isAwaited) sendAndLinger(pieces, message, response);
  else if (pieces.length < 2) response.end(pieces[0]);
  // Pieces wait until the client has taken what is before them; where it leaves, nothing more is written.
  else pipeline(Readable.from(pieces), response, () => undefined);
}

/** Who is still sending when the connection is closed loses the answer with it: some of that is read and thrown away. */
function sendAndLinger(pieces: readonly Buffer[], message: IncomingMessage, response: ServerResponse): void {
  response.flushHeaders();
  for (const piece of pieces) response.write(piece);
  let left = 1024 * 1024;
  const end = (): void => void response.end();
  const timer = setTimeout(end, 1000).unref();
  message.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) end();
  });
  message.on('close', () => clearTimeout(timer)).on('end', end);
}

/** @throws PlainError when the port is taken */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlainError(say('portInUse', { port }));
  }
  if (error.code === 'EACCES') return new PlainError(say('portNeedsPrivileges', { port }));
  return error;
}
