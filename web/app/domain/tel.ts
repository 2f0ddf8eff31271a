/** For a `tel:` link: the comma waits before the extension is dialled. */
export function telLink(e164: string, ext = ''): string {
  const wait = ext.replace(/\D/g, '')
  return `tel:${e164}${wait && `,${wait}`}`
}
