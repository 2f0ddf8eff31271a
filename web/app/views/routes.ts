/** Which page stands at which address. Today is in the first bundle, most others in a second one; what is used seldom or is large brings its own. */
export type Tab = 'today' | 'prospects' | 'templates' | 'results' | 'settings'
export interface Route { path: string; tag: string; title: string; tab: Tab; load?: () => Promise<unknown>; alone?: boolean }

const rest = (): Promise<unknown> => import('./pages.ts')
const template = (): Promise<unknown> => import('./template.ts')

export const routes: Route[] = [
  { path: '/', tag: 'rb-today', title: 'Today', tab: 'today' },
  { path: '/prospects', tag: 'rb-prospects', title: 'Prospects', tab: 'prospects', load: rest },
  { path: '/prospects/new', tag: 'rb-prospect-form', title: 'New prospect', tab: 'prospects', load: rest },
  { path: '/prospects/import', tag: 'rb-import', title: 'Import prospects', tab: 'prospects', load: () => import('./import.ts') },
  { path: '/prospect/:', tag: 'rb-prospect', title: 'Prospect', tab: 'prospects', load: rest },
  { path: '/prospect/:/edit', tag: 'rb-prospect-form', title: 'Edit prospect', tab: 'prospects', load: rest },
  { path: '/brief/:', tag: 'rb-brief', title: 'Callback', tab: 'today', load: rest },
  { path: '/prepare/:', tag: 'rb-prepare', title: 'Prepare', tab: 'prospects', load: rest },
  { path: '/rehearse/:', tag: 'rb-rehearse', title: 'Rehearse', tab: 'prospects', load: () => import('./rehearse.ts') },
  { path: '/read/:', tag: 'rb-read', title: 'Read', tab: 'prospects', load: () => import('./read.ts'), alone: true },
  { path: '/log/:', tag: 'rb-log', title: 'Log the call', tab: 'today', load: rest },
  { path: '/templates', tag: 'rb-templates', title: 'Templates', tab: 'templates', load: rest },
  { path: '/template/:', tag: 'rb-template', title: 'Template', tab: 'templates', load: template },
  { path: '/template/:/edit', tag: 'rb-template', title: 'Edit template', tab: 'templates', load: template },
  { path: '/results', tag: 'rb-results', title: 'Results', tab: 'results', load: () => import('./results.ts') },
  { path: '/history', tag: 'rb-history', title: 'My calls', tab: 'results', load: rest },
  { path: '/advice', tag: 'rb-advice', title: 'Advice', tab: 'templates', load: () => import('./advice.ts') },
  { path: '/settings', tag: 'rb-settings', title: 'Settings', tab: 'settings', load: rest },
  { path: '/join', tag: 'rb-join', title: 'Join an office', tab: 'settings', load: () => import('./join.ts') },
  { path: '/join/:', tag: 'rb-join', title: 'Join an office', tab: 'settings', load: () => import('./join.ts') },
  { path: '/install', tag: 'rb-install', title: 'Install Ringback', tab: 'settings', load: () => import('./install.ts') },
]

export interface Place { route: Route; params: string[]; query: URLSearchParams }

/** `params` are the parts after the first word: `#/prospect/ID/edit` gives `["ID", "edit"]`. An unknown address is Today. */
export function place(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?')
  const parts = path.split('/').filter(Boolean).map(plain)
  const route = routes.find((each) => fits(each.path, parts)) ?? routes[0]!
  return { route, params: parts.slice(1), query: new URLSearchParams(search) }
}

function fits(path: string, parts: string[]): boolean {
  const wanted = path.split('/').filter(Boolean)
  return wanted.length === parts.length && wanted.every((part, at) => part === ':' || part === parts[at])
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
