const TYPE = 'ssh-ed25519';
const CIPHER_BLOCK = 8;
const LINE = 70;
const SEED_BYTES = 32;

/** A pair of keys in the form in which OpenSSH keeps them. */
export interface KeyPair {
  /** A line for `authorized_keys`. */
  publicLine: string;
  /** The content of the file that `ssh -i` takes. */
  privateFile: string;
}

/** Whether this browser can make keys: only for pages that came over TLS or from this machine. */
export function canMakeKeys(): boolean {
  return globalThis.isSecureContext && 'subtle' in globalThis.crypto;
}

/** Makes a pair of Ed25519 keys. Both stay where they are made. */
export async function makeKeyPair(comment: string): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const [raw, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  const publicKey = new Uint8Array(raw);
  // The seed ends what PKCS #8 has of such a key (RFC 8410).
  const seed = new Uint8Array(pkcs8).slice(-SEED_BYTES);
  return writeKeyPair(publicKey, seed, comment, crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

/** As OpenSSH's PROTOCOL.key describes it, without a passphrase. */
export function writeKeyPair(
  publicKey: Uint8Array,
  seed: Uint8Array,
  comment: string,
  check: number,
): KeyPair {
  const blob = join(text(TYPE), lengthAnd(publicKey));
  const secret = pad(
    join(
      number(check),
      number(check),
      text(TYPE),
      lengthAnd(publicKey),
      lengthAnd(join(seed, publicKey)),
      text(comment),
    ),
  );
  const file = join(
    bytes('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    number(1),
    lengthAnd(blob),
    lengthAnd(secret),
  );
  return {
    publicLine: `${TYPE} ${base64(blob)} ${comment}`.trim(),
    privateFile: [
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      ...(base64(file).match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []),
      '-----END OPENSSH PRIVATE KEY-----',
      '',
    ].join('\n'),
  };
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function number(value: number): Uint8Array {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, value);
  return four;
}

function lengthAnd(content: Uint8Array): Uint8Array {
  return join(number(content.length), content);
}

function text(value: string): Uint8Array {
  return lengthAnd(bytes(value));
}

/** With 1, 2, 3 and so on up to whole blocks. */
function pad(content: Uint8Array): Uint8Array {
  const missing = (CIPHER_BLOCK - (content.length % CIPHER_BLOCK)) % CIPHER_BLOCK;
  return join(
    content,
    Uint8Array.from({ length: missing }, (_, index) => index + 1),
  );
}

function base64(content: Uint8Array): string {
  return btoa(String.fromCharCode(...content));
}
