/** The page may run no script that is not named here: the worker of the shell, and the one that listens to takes. */

interface Rules { createScriptURL(url: string): string }
interface TrustedTypes { createPolicy(name: string, rules: Rules): Rules }

let policy: Rules | null = null

/** `url` in the form that the browser wants where scripts are loaded by address. A policy can be made only once. */
export function scriptAddress(url: string): string {
  policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('ringback', { createScriptURL: ours }) ?? { createScriptURL: ours }
  return policy.createScriptURL(url)
}

function ours(url: string): string {
  if (['/sw.js', __LISTEN__].includes(url)) return url
  throw new TypeError(`${url} is no script of Ringback`)
}
