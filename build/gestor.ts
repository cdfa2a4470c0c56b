/** `npm run gestor`: the simulated Gestor Intermedio by itself, for whoever wants to look at it or to write against it. */
import { iniciarGestor, type Gestor, type OpcionesGestor } from '../electron/gestor/servidor.ts'
import { leerOpciones, type OpcionesLinea } from './gestor-opciones.ts'
import { TEXTOS_GESTOR as T } from './gestor-textos.ts'

const leidas = leerOpciones(process.argv.slice(2))
if (!leidas.ok) terminar(leidas.mensaje)
else if (leidas.opciones.ayuda) console.log(T.ayuda)
else await atender(leidas.opciones)

async function atender({ puerto, carpeta, malasManeras }: OpcionesLinea): Promise<void> {
  const opciones: OpcionesGestor = { malasManeras, ...(puerto === undefined ? {} : { puerto }), ...(carpeta === undefined ? {} : { carpeta }) }
  const gestor = await iniciarGestor(opciones).catch((e: NodeJS.ErrnoException) => { terminar(enPalabras(e, puerto ?? 0, carpeta)) })
  if (!gestor) return
  console.log(T.atiende({ urlBase: gestor.urlBase, ...gestor.credenciales }))
  console.log(carpeta === undefined ? T.olvida : T.guarda(carpeta))
  const nombres = Object.keys(malasManeras)
  if (nombres.length > 0) console.log(T.maneras(nombres))
  console.log(T.comoDetener)
  for (const senal of ['SIGINT', 'SIGTERM'] as const) process.once(senal, () => { void detener(gestor) })
}

async function detener(gestor: Gestor): Promise<void> {
  await gestor.cerrar()
  console.log(`\n${T.detenido}`)
}

function enPalabras(e: NodeJS.ErrnoException, puerto: number, carpeta: string | undefined): string {
  if (e.syscall === 'listen') return e.code === 'EACCES' ? T.sinPermiso(puerto) : T.puertoOcupado(puerto)
  return T.carpetaMala(carpeta ?? '', e.message)
}

function terminar(mensaje: string): void {
  console.error(mensaje)
  process.exitCode = 1
}
