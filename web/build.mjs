// node build.mjs OUT ZONES LIBRARY: everything that the phone and the office's pages load, with hashed names, and the worker that precaches it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import * as esbuild from 'esbuild'
import { officeRules } from './app/domain/advice/office_list.ts'
import { buildApart, buildScripts } from './scripts.mjs'

const [out, zones] = process.argv.slice(2).map((name) => path.resolve(name))
const assets = path.join(out, 'assets')
const starter = path.resolve(process.argv[4])
fs.rmSync(out, { recursive: true, force: true })
fs.mkdirSync(assets, { recursive: true })

const data = {
  name: 'data',
  setup(build) {
    build.onResolve({ filter: /^ringback:zones$/ }, () => ({ path: zones, namespace: 'zones' }))
    build.onLoad({ filter: /.*/, namespace: 'zones' }, () => ({ contents: JSON.stringify(packed(JSON.parse(fs.readFileSync(zones, 'utf8')))), loader: 'json' }))
    build.onResolve({ filter: /^ringback:library$/ }, () => ({ path: path.join(starter, 'starter.json') }))
  },
}
const common = {
  bundle: true, minify: true, format: 'esm', target: ['es2022', 'safari16.4'], sourcemap: 'linked', metafile: true,
  legalComments: 'none', logLevel: 'warning', plugins: [data], conditions: ['production'],
  loader: { '.woff2': 'file' }, assetNames: '[name]-[hash]', external: ['/icons/*'],
}

// The version is the hash of what was built, so the first pass finds the names and the second puts the version in.
const version = hash(JSON.stringify(Object.keys((await pass('')).outputs).sort())).slice(0, 12)
const { url, outputs, heavy } = await pass(version)

async function pass(version) {
  const options = { ...common, outdir: assets, define: { __VERSION__: JSON.stringify(version) }, write: version !== '', publicPath: '/assets/' }
  const apart = await buildApart(options)
  const scripts = await buildScripts({ ...options, define: { ...options.define, ...apart.define } })
  const { metafile } = await esbuild.build({ ...options, entryPoints: { phone: 'static/phone.css', office: 'static/office.css' }, entryNames: '[name]-[hash]' })
  const sheet = (name) => `/assets/${path.basename(Object.keys(metafile.outputs).find((file) => path.basename(file).startsWith(`${name}-`) && file.endsWith('.css')))}`
  return { url: { app: scripts.app, phone: sheet('phone'), office: sheet('office') }, outputs: { ...scripts.outputs, ...apart.outputs, ...metafile.outputs }, heavy: [...scripts.heavy, ...apart.addresses] }
}

icons()
write('manifest.webmanifest', fs.readFileSync('static/manifest.webmanifest'))
copy('static/screenshots', 'screenshots')
const named = (name) => fs.readFileSync(`static/${name}`, 'utf8').replace('{app}', url.app).replace('{css}', url.phone)
write('index.html', named('index.html'))
write('office-offline.html', named('office-offline.html'))

// The office's pages are never precached: only what the phone needs to start and work alone.
const shell = [
  ...Object.keys(outputs).map((file) => path.basename(file))
    .filter((name) => !name.endsWith('.map') && !name.startsWith('office-'))
    .map((name) => ({ url: `/assets/${name}`, revision: null })),
  ...['manifest.webmanifest', 'icons/icon.svg', 'office-offline.html'].map((name) => ({ url: `/${name}`, revision: revision(name) })),
  { url: '/', revision: revision('index.html') },
]
await esbuild.build({
  ...common, entryPoints: { sw: 'sw/sw.ts' }, outdir: out, format: 'iife',
  define: { __VERSION__: JSON.stringify(version), __SHELL__: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' },
})
write('built.json', JSON.stringify({ version, urls: url, shell: shell.map((entry) => entry.url), heavy, coach: officeRules() }, null, 1))
pack(out)

// Half the bytes: the prefixes of a zone as steps from one to the next, the way app/domain/zone_table.ts reads them.
function packed(table) {
  const steps = (prefixes) => prefixes.map(Number).sort((a, b) => a - b).map((each, at, all) => (each - (all[at - 1] ?? 0)).toString(36)).join(' ')
  return Object.fromEntries(Object.entries(table).map(([zone, prefixes]) => [zone, steps(prefixes)]))
}

function icons() {
  for (const [source, size, name] of [['icon', 192, 'icon-192'], ['icon', 512, 'icon-512'], ['maskable', 512, 'maskable-512'], ['maskable', 180, 'apple-180'], ['badge', 96, 'badge-96']]) {
    const svg = fs.readFileSync(`static/icons/${source}.svg`, 'utf8')
    write(`icons/${name}.png`, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng())
  }
  write('icons/icon.svg', fs.readFileSync('static/icons/icon.svg'))
}

// What travels is compressed once, here, as small as it gets.
function pack(folder) {
  for (const file of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !/\.(js|css|html|svg|json|map|webmanifest)$/.test(file.name)) continue
    const name = path.join(file.parentPath, file.name)
    const bytes = fs.readFileSync(name)
    fs.writeFileSync(`${name}.br`, zlib.brotliCompressSync(bytes))
    fs.writeFileSync(`${name}.gz`, zlib.gzipSync(bytes, { level: 9 }))
  }
}

function write(name, bytes) {
  fs.mkdirSync(path.dirname(path.join(out, name)), { recursive: true })
  fs.writeFileSync(path.join(out, name), bytes)
}

function copy(from, to) {
  if (fs.existsSync(from)) fs.cpSync(from, path.join(out, to), { recursive: true })
}

function revision(name) {
  return hash(fs.readFileSync(path.join(out, name))).slice(0, 12)
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
