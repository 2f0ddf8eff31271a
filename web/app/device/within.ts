/** What a browser promises and may never do.
 *  @throws DOMException TimeoutError */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms)
    void promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
