/** A sentence for the rep: what happened, what is safe, what to do. It can be shown as it is. */
export class Refusal extends Error {
  readonly kind: 'full' | 'no_storage' | 'invalid' | 'waiting' | 'network' | 'invitation' | 'signed_out' | 'too_many' | 'gone' | 'push'
  constructor(kind: Refusal['kind'], sentence: string) {
    super(sentence)
    this.kind = kind
  }
}
