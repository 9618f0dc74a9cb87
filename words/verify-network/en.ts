import type { Messages } from '../speech';

/** Why a call says nothing about the share, and what to do: `…Cause` and `…Todo` of the rows of causes/network.ts. */
export const en = {
  interruptedCause: 'it was stopped by hand',
  interruptedTodo: 'run it again',
  timeoutCause: 'AWS was asked and did not answer in time',
  timeoutTodo:
    'check the network, the proxy and AWS_ENDPOINT_URL, or give it longer with --timeout (verify has it)',
  throttledCause: 'AWS asked to slow down, and still did after several tries',
  throttledTodo: 'run it again in a minute, with a smaller --concurrency',
  awsErrorCause: 'AWS had an error of its own',
  awsErrorTodo: 'run it again later; https://health.aws.amazon.com says what is known',
  clockCause: 'the clock of this computer is wrong: AWS takes a signature only within minutes',
  clockTodo: 'set the clock (turn on network time), then run it again',

  htmlCause:
    'a web page (HTML) came back instead of an answer of AWS: the network wants a sign-in (a captive portal), or a proxy or firewall stopped the request',
  htmlTodo:
    'open http://neverssl.com in a browser on this computer, and sign in to the network if a page asks for it; otherwise the administrator of the network has to allow the host that is named below. Then run it again',
  plainToTlsCause: 'AWS was asked without TLS, and the port that answered speaks TLS only',
  plainToTlsTodo:
    'write https:// instead of http:// in AWS_ENDPOINT_URL (or endpoint_url of the profile), or take it out: AWS needs none',
  notHttpCause: 'what answered does not speak HTTP',
  notHttpTodo:
    'check the host, the port and http:// or https:// in AWS_ENDPOINT_URL (or endpoint_url of the profile) and in HTTPS_PROXY',
  unreadableCause: 'the answer is cut off or cannot be read, so it says neither yes nor no',
  unreadableTodo:
    'run it again; if it stays, a proxy or firewall changes the answers: its administrator has to leave the host that is named below alone',
  notFromAwsCause:
    'something else answered in the place of AWS, as a proxy or a firewall does: the answer has no request id of AWS, so it says nothing about the share',
  notFromAwsTodo:
    'check HTTPS_PROXY, NO_PROXY and AWS_ENDPOINT_URL; the administrator of the network has to allow the host that is named below. Then run it again',

  proxyLoginCause: 'the proxy wants a user name and a password',
  proxyLoginTodo:
    'write them into the address: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT (with %40 for an @ in the password), then run it again',
  proxyDeniedCause: 'the proxy does not let the request through to AWS',
  proxyDeniedTodo:
    'the administrator of the proxy has to allow the host that is named below; or name it in NO_PROXY where it can be reached without the proxy',
  proxyNotReachedCause: 'the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names cannot be reached',
  proxyNotReachedTodo:
    'correct the variable, or unset it where no proxy is needed; hosts on this computer belong into NO_PROXY (NO_PROXY=localhost,127.0.0.1)',
  proxyNotSupportedCause:
    'the proxy is of a kind that vendor-share does not speak: it knows http:// and https:// proxies',
  proxyNotSupportedTodo: 'write the address of an HTTP proxy into HTTPS_PROXY, then run it again',

  certificateCause:
    'the TLS certificate of the server cannot be verified. In a company, a proxy or a virus scanner that reads TLS signs certificates of its own',
  certificateTodo:
    'save the certificate of the authority that signed it (PEM; the company’s IT has it), set NODE_EXTRA_CA_CERTS=/PATH/TO/COMPANY.pem, and run it again',
  certificateDateCause:
    'the TLS certificate of the server has expired or is not valid yet, by the clock of this computer',
  certificateDateTodo:
    'compare the clock of this computer with the time; if it is right, the server is not AWS: check the network, the proxy and AWS_ENDPOINT_URL',
  certificateOfAnotherCause:
    'the TLS certificate is for another host: something else answers in the place of AWS',
  certificateOfAnotherTodo:
    'open a browser and sign in to the network if a page asks for it; then check the proxy and AWS_ENDPOINT_URL, and run it again',
  tlsToPlainCause: 'TLS was spoken to a port that does not speak TLS',
  tlsToPlainTodo:
    'check AWS_ENDPOINT_URL (or endpoint_url of the profile): http:// or https://, and the port. If HTTPS_PROXY begins with https://, most proxies want http:// there',
  tlsFailedCause: 'no TLS connection could be made',
  tlsFailedTodo: 'check the proxy, and whether a firewall between here and AWS stops TLS; then run it again',

  wrongUrlCause: 'AWS was asked at an address that cannot be right',
  wrongUrlTodo:
    'correct AWS_ENDPOINT_URL (or AWS_ENDPOINT_URL_S3 and the like, or endpoint_url of the profile), or take it out: AWS needs none',
  nameNotFoundCause: 'the name of the host could not be looked up (DNS)',
  nameNotFoundTodo:
    'check the network, the VPN and the region in the name below (a region that does not exist has no host); behind a proxy, set HTTPS_PROXY. Then run it again',
  connectionClosedCause: 'the connection was closed before the answer was complete',
  connectionClosedTodo:
    'run it again; if it stays, check the network, the proxy and AWS_ENDPOINT_URL: a firewall may close connections to AWS',
  noConnectionCause: 'AWS could not be reached',
  noConnectionTodo: 'check the network, the proxy and AWS_ENDPOINT_URL, then run it again',

  programHangsCause:
    'profile "{profile}" gets its credentials from the program {program} (credential_process), which did not end in time; it may be waiting for somebody to type something',
  programHangsTodo: 'run {program} by hand and see what it waits for, or give it longer with --timeout',
  programExpiredCause:
    'the program of profile "{profile}" (credential_process) printed credentials that have expired',
  programExpiredTodo: 'renew them as that program asks for it, then run it again',
  programWithoutCredentialsCause:
    'the program of profile "{profile}" (credential_process) did not print credentials in the form that AWS asks for',
  programWithoutCredentialsTodo:
    'it must print one JSON object with "Version": 1, AccessKeyId and SecretAccessKey, and nothing else: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html',
  programFailedCause:
    'profile "{profile}" gets its credentials from the program {program} (credential_process), which failed',
  programFailedTodo: 'run it by hand, repair what it says, then run this again',

  // In the place of what AWS would have answered. `{http}` is `HTTP 403 (nginx)`.
  stoppedByHand: 'stopped by hand',
  noAnswerWithin: 'no answer within {seconds} s',
  printedNothing: '{program}: it printed nothing',
  programSaid: '{program}: {said}',
  notHttpProxy: '{address} has a proxy that begins neither with http:// nor with https://',
  proxyAsksForLogin: '{host} answered {http}: a proxy asks for a user name and a password',
  expectsHttps: '{host} answered {http}: it expects https',
  webPage: '{host} answered {http} with a web page',
  webPageTitled: '{host} answered {http} with a web page called "{title}"',
  sendsOn: '{host} answered {http} and sends on to {address}',
  emptyNotFromAws: '{host} answered {http} with an empty body and without a request id of AWS',
  bytesNotFromAws: {
    one: '{host} answered {http} with {count} byte and without a request id of AWS',
    other: '{host} answered {http} with {count} bytes and without a request id of AWS',
  },
  emptyAnswer: 'the answer of {host} ({http}) is not whole: it is empty',
  cutAnswer: {
    one: 'the answer of {host} ({http}) is not whole: it has {count} byte',
    other: 'the answer of {host} ({http}) is not whole: it has {count} bytes',
  },
} as const satisfies Messages;
