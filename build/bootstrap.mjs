/**
 * First step of every npm script: `node build/bootstrap.mjs build/<script>.ts [words…]`.
 * Plain JavaScript without packages, because on a fresh clone there are none yet. No shell and no `npm.cmd`
 * (Windows refuses to spawn .cmd files without a shell), so the same line serves the three systems.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const stampFile = path.join(root, 'node_modules', '.puente-instalado')

const textos = {
  nodeAntiguo: (hay, pide) => `Puente SIC necesita Node ${pide} o posterior y este equipo tiene ${hay}.\nInstale una versión actual desde https://nodejs.org y repita el comando.`,
  instalando: 'Instalando las dependencias (solo la primera vez o cuando cambian)…',
  sinNpm: 'No se encontró npm junto a Node. Reinstale Node desde https://nodejs.org y repita el comando.',
  instalacionFallo: 'No se pudieron instalar las dependencias. Revise la conexión a internet y el mensaje de npm que está más arriba.',
  sinGuion: 'Falta el guion que se debe ejecutar, por ejemplo: node build/bootstrap.mjs build/start.ts',
}

function terminar(mensaje) {
  console.error(mensaje)
  process.exit(1)
}

/** @returns {[number, number]} major and minor of ">=20.19" or "v20.20.2" */
function mayorMenor(texto) {
  const [mayor = '0', menor = '0'] = texto.replace(/^[^\d]*/, '').split('.')
  return [Number(mayor), Number(menor)]
}

function exigirNode(pide) {
  const [hayMayor, hayMenor] = mayorMenor(process.version)
  const [pideMayor, pideMenor] = mayorMenor(pide)
  if (hayMayor < pideMayor || (hayMayor === pideMayor && hayMenor < pideMenor)) {
    terminar(textos.nodeAntiguo(process.version, `${pideMayor}.${pideMenor}`))
  }
}

/** npm's own JavaScript entry: what npm says when it runs us, else the copy that Node brings along. */
function rutaNpm() {
  const junto = path.dirname(process.execPath)
  return [
    process.env.npm_execpath,
    path.join(junto, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(junto, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(junto, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ].find((ruta) => ruta !== undefined && path.basename(ruta) === 'npm-cli.js' && existsSync(ruta))
}

function instalar() {
  const huella = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`) // native packages differ: a folder shared between systems must be installed anew
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === huella) return
  console.error(textos.instalando) // the output belongs to the script: `bench --json` prints nothing but its object
  const npm = rutaNpm()
  if (npm === undefined) terminar(textos.sinNpm)
  const { status } = spawnSync(process.execPath, [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] })
  if (status !== 0) terminar(textos.instalacionFallo)
  writeFileSync(stampFile, huella)
}

const [guion, ...palabras] = process.argv.slice(2)
if (guion === undefined) terminar(textos.sinGuion)
exigirNode(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node)
instalar()

const tsx = pathToFileURL(createRequire(path.join(root, 'package.json')).resolve('tsx')).href
const hijo = spawn(process.execPath, ['--import', tsx, path.resolve(root, guion), ...palabras], { cwd: root, stdio: 'inherit' })
// Ctrl+C reaches the child through the terminal; a `kill` of this process alone would otherwise orphan it.
for (const senal of ['SIGINT', 'SIGTERM']) process.on(senal, () => { if (senal === 'SIGTERM') hijo.kill(senal) })
hijo.on('exit', (codigo, senal) => { process.exitCode = codigo ?? (senal === 'SIGINT' ? 130 : 1) })
