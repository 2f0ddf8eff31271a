// The phone's scripts: one classic script that Today needs, and modules for every other page, which take from it what it has already.
//
// Why classic: Chromium compiles the classic scripts that a worker caches while it is installed, and keeps the result beside them; it does not
// do so for modules. Compiling is most of what a slow phone does at the start, and this way it does it once.
import path from 'node:path'
import * as esbuild from 'esbuild'

const MAIN = 'app/main.ts'
const PAGES = 'app/views/pages.ts'

/** Builds them with the `options` of every build. Gives the address of the first script, the outputs of all, and the addresses of
 *  the heavy parts: what neither the first script nor the pages need before somebody uses it. */
export async function buildScripts(options) {
  const { metafile: { inputs } } = await esbuild.build({ ...options, entryPoints: [MAIN], splitting: true, write: false })
  const core = reached([MAIN], inputs, 'import-statement')
  const later = [...reached([MAIN], inputs)].flatMap((name) => imports(inputs[name], 'dynamic-import')).filter((name) => !core.has(name))
  const modules = { ...options, entryPoints: [...new Set(later)], entryNames: 'page-[hash]', chunkNames: 'part-[hash]', splitting: true }
  const shared = sharedIn(await esbuild.build({ ...modules, write: false, plugins: [...options.plugins, leftOut(core)] }))
  const light = reached([PAGES], inputs, 'import-statement')
  const pages = await esbuild.build({ ...modules, plugins: [...options.plugins, fromTheFirst(core, shared, light)] })
  const first = await esbuild.build({
    ...options, stdin: { contents: firstScript(shared), resolveDir: process.cwd(), loader: 'ts' }, entryNames: 'app-[hash]', format: 'iife',
    plugins: [toThePages(addresses(pages.metafile.outputs)), ...options.plugins],
  })
  const outputs = { ...pages.metafile.outputs, ...first.metafile.outputs }
  return { app: address(Object.keys(first.metafile.outputs).find((file) => file.endsWith('.js'))), outputs, heavy: heavy(pages.metafile.outputs) }
}

/** What is loaded by its address alone: scripts of threads beside the page's, and the sheet of the rehearsal. Gives their outputs, their addresses,
 *  and what stands for those in the sources. */
export async function buildApart(options) {
  const entryPoints = { listen: 'workers/listen.ts', record: 'workers/record.ts', rehearse: 'static/apart/rehearse.css' }
  const { metafile: { outputs } } = await esbuild.build({ ...options, entryPoints, entryNames: '[name]-[hash]', format: 'iife' })
  const found = (source) => address(Object.keys(outputs).find((file) => outputs[file].entryPoint === source))
  const define = { __LISTEN__: found(entryPoints.listen), __RECORD__: found(entryPoints.record), __REHEARSE_CSS__: found(entryPoints.rehearse) }
  return { outputs, addresses: Object.values(define), define: Object.fromEntries(Object.entries(define).map(([name, one]) => [name, JSON.stringify(one)])) }
}

function heavy(outputs) {
  const page = Object.keys(outputs).find((file) => outputs[file].entryPoint === PAGES)
  const light = reached([page], outputs, 'import-statement')
  return Object.keys(outputs).filter((file) => file.endsWith('.js') && !light.has(file)).map(address)
}

function reached(from, inputs, kind) {
  const all = new Set(from)
  for (const name of all) for (const other of imports(inputs[name], kind)) all.add(other)
  return all
}

function imports(input, kind) {
  return input.imports.filter((one) => !one.external && (!kind || one.kind === kind)).map((one) => one.path)
}

// The pages without anything that the first script holds: what they still import is what it has to share, module by module.
function leftOut(core) {
  return resolving('left-out', (known) => core.has(known) && { path: `core:${known}`, external: true })
}

function sharedIn({ outputFiles }) {
  const shared = new Map()
  for (const { path: file, text } of outputFiles.filter((one) => one.path.endsWith('.js'))) {
    if (/import\s*\*[^;]*"core:|export[^;]*from\s*"core:/.test(text)) throw new Error(`${file} asks for a whole module of the first script: import the names`)
    for (const [, names, known] of text.matchAll(/import\s*\{([^}]*)\}\s*from\s*"core:([^"]+)"/g)) {
      const all = shared.get(known) ?? shared.set(known, new Set()).get(known)
      for (const name of names.split(',')) all.add(name.trim().split(/\s+as\s+/)[0])
    }
  }
  return new Map([...shared].sort().map(([known, names], at) => [known, { at, names: [...names].sort() }]))
}

// A module that the first script holds is not built in again: the pages take the one that there is. The modules of
// the heavy parts take it each for itself: shared with the pages, every line of it would become a file of its own.
function fromTheFirst(core, shared, light) {
  const taken = (known, importer) => core.has(known) && { path: light.has(importer) ? known : `${known}?${importer}`, namespace: 'first', sideEffects: false }
  return {
    ...resolving('from-the-first', taken, (build) => {
      build.onLoad({ filter: /./, namespace: 'first' }, ({ path: asked }) => {
        const { at, names } = shared.get(asked.split('?')[0]) ?? { at: 0, names: [] }
        return { contents: names.length ? `export const { ${names.join(', ')} } = ringback[${at}]` : 'export {}', loader: 'js' }
      })
    }),
  }
}

function firstScript(shared) {
  const all = [...shared].map(([known, { at, names }]) => [known, names, names.map((_, k) => `s${at}_${k}`)])
  const lines = all.map(([known, names, own]) => `import { ${names.map((name, k) => `${name} as ${own[k]}`).join(', ')} } from ${JSON.stringify(`./${known}`)}`)
  const given = all.map(([, names, own]) => `{ ${names.map((name, k) => `${name}: ${own[k]}`).join(', ')} }`)
  return `${lines.join('\n')}\nimport './${MAIN}'\nglobalThis.ringback = [${given.join(', ')}]\n`
}

// Asks `where` about every module that is imported by name of file, as it is called from here.
function resolving(name, where, more = () => {}) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path: asked, kind, resolveDir, importer, pluginData, namespace }) => {
        if (pluginData === name || kind !== 'import-statement' || namespace !== 'file') return undefined
        const { path: found, errors } = await build.resolve(asked, { kind, resolveDir, pluginData: name })
        return (errors.length === 0 && where(path.relative(process.cwd(), found), path.relative(process.cwd(), importer))) || undefined
      })
      more(build)
    },
  }
}

function toThePages(pages) {
  return {
    name: 'to-the-pages',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path: asked, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const { path: name } = await build.resolve(asked, { kind: 'import-statement', resolveDir })
        const page = pages.get(path.relative(process.cwd(), name))
        if (!page) throw new Error(`${asked} is loaded later, but no page was made of it`)
        return { path: page, external: true }
      })
    },
  }
}

function addresses(outputs) {
  return new Map(Object.entries(outputs).filter(([, output]) => output.entryPoint).map(([file, output]) => [output.entryPoint, address(file)]))
}

function address(file) {
  return `/assets/${path.basename(file)}`
}
