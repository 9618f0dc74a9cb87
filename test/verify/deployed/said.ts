import type { Said } from './fake-aws';

/** S3 and S3 Control: one element. */
export function xml(root: string, content = ''): Said {
  return { body: `<?xml version="1.0" encoding="UTF-8"?><${root}>${content}</${root}>` };
}

/** IAM, STS and CloudFormation: the result of an action. */
export function result(action: string, content = ''): Said {
  return xml(`${action}Response`, `<${action}Result>${content}</${action}Result>`);
}

export function json(content: object): Said {
  return { body: JSON.stringify(content) };
}

/** A document as text in XML; IAM encodes its documents, S3 Control and CloudFormation do not. */
export function text(document: unknown): string {
  return JSON.stringify(document).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export function encoded(document: unknown): string {
  return encodeURIComponent(JSON.stringify(document));
}

/** An error of S3's or S3 Control's. */
export function s3Error(code: string, message = code, status = 404): Said {
  return { ...xml('Error', `<Code>${code}</Code><Message>${message}</Message>`), status };
}

/** An error of IAM's or CloudFormation's. */
export function queryError(code: string, message = code, status = 400): Said {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { ...xml('ErrorResponse', error), status };
}

export function jsonError(code: string, message = code): Said {
  return { ...json({ __type: code, message }), status: 400 };
}
