import { setTimeout as pausa } from 'node:timers/promises'
import type { FuenteArchivo, Indexador } from '../../services/puertos-archivo.ts'
import type { Registro } from '../../services/puertos.ts'
import { esDano, type BaseArchivo } from './abrir.ts'
import { leerCuerpo, ponerLlamada, quitarLlamada } from './leer-llamada.ts'
import { leerProceso } from './leer-proceso.ts'

export interface OpcionesIndexador {
  base: BaseArchivo
  fuente: FuenteArchivo
  registro: Pick<Registro, 'aviso' | 'error'>
  /** Something that can be asked for is new. */
  alAvanzar(): void
}

/** Of each turn; then whatever else main has to do is done first. */
const TURNO_MS = 4
const DESCANSO_MS = 2
const HUELLAS_POR_VEZ = 100
/** More than these to read is a past, not a day's work. */
const MUCHAS = 200
/** A disk that damages every file that it is given is not to be written for ever. */
const VECES_MAXIMAS = 3
const AVISOS_CADA_MS = 500

/**
 * Reads the journal into the read model. Whatever is half read when the program ends is read again at the next start: a
 * call's `huella` is written last, and what is still to be done is in the file itself.
 */
export function crearIndexador(o: OpcionesIndexador): Indexador {
  const tocadas = new Set<string>()
  const enviosTocados = new Set<string>()
  /** Calls that changed while they were being read. */
  const cambiadas = new Set<number>()
  /** What cannot be read is passed over until the next start. */
  const saltados = new Set<string>()
  let barrer = true
  let detenido = true
  let trabajo: Generator<undefined, undefined> | null = null
  let corriendo: Promise<void> = Promise.resolve()
  let dormido = true
  let despierta = (): void => undefined
  const esperan = new Set<() => void>()
  let vez = o.base.vez
  let ultimoAviso = 0
  /** Whether much is being written, and whether the file knows. */
  let prisa = false
  let aPrisa = false
  const veces = o.base.vez

  const contar = (): number => (o.base.db().prepare('SELECT count(*) AS n FROM pendiente').get() as { n: number }).n

  function mirar(id: string): void {
    const l = o.fuente.llamada(id)
    if (l !== null) { cambiadas.add(ponerLlamada(o.base.db(), l)); return }
    const fila = o.base.db().prepare('SELECT pk FROM llamada WHERE id = ?').get(id) as { pk: number } | undefined
    if (fila !== undefined) quitarLlamada(o.base.db(), fila.pk)
  }
  function tomarTocada(): string | null {
    for (const envio of enviosTocados) {
      enviosTocados.delete(envio)
      for (const id of o.fuente.idsDeEnvio(envio)) tocadas.add(id)
    }
    for (const id of tocadas) { tocadas.delete(id); return id }
    return null
  }
  function* mirarTocadas(): Generator<undefined, undefined> {
    for (let id = tomarTocada(); id !== null; id = tomarTocada()) { intentar(`call ${id}`, () => { mirar(id) }); yield }
    return undefined
  }
  /** One that cannot be read never hides the others. */
  function intentar(que: string, hacer: () => void): void {
    try { hacer() } catch (error) {
      if (esDano(error)) throw error
      o.registro.error(`archive of sends: ${que} passed over`, error)
    }
  }

  function* todo(): Generator<undefined, undefined> {
    yield* mirarTocadas()
    if (barrer) { yield* barrida(); barrer = false; prisa = contar() > MUCHAS }
    for (let p = siguiente(); p !== null; p = siguiente()) {
      yield* leer(p)
      yield* mirarTocadas()
    }
    return undefined
  }
  /** All of the journal against what is here: what was not told (the program ended, or it is the first time) is found so. */
  function* barrida(): Generator<undefined, undefined> {
    const vistas = new Set<string>()
    const db = o.base.db()
    const huellaDe = db.prepare('SELECT huella FROM llamada WHERE id = ?')
    let lugar = 0
    for (;;) {
      const parte = o.fuente.huellas(lugar, HUELLAS_POR_VEZ)
      yield
      for (const f of parte) {
        vistas.add(f.id)
        lugar = f.lugar
        if ((huellaDe.get(f.id) as { huella: string } | undefined)?.huella === f.huella) continue
        intentar(`call ${f.id}`, () => { mirar(f.id) })
        yield
      }
      if (parte.length < HUELLAS_POR_VEZ) break
    }
    for (const { pk, id } of db.prepare('SELECT pk, id FROM llamada').all() as { pk: number; id: string }[]) if (!vistas.has(id)) { quitarLlamada(db, pk); yield }
    return undefined
  }
  interface Pendiente { que: 'llamada' | 'proceso'; pk: number }
  function siguiente(): Pendiente | null {
    // The newest first: it is what is asked for soonest.
    const filas = o.base.db().prepare('SELECT que, pk FROM pendiente ORDER BY que, pk DESC LIMIT ?').all(saltados.size + 1) as Pendiente[]
    return filas.find((f) => !saltados.has(`${f.que} ${f.pk}`)) ?? null
  }
  function* leer(p: Pendiente): Generator<undefined, undefined> {
    const db = o.base.db()
    let hecho = false
    try {
      if (p.que === 'proceso') {
        const leidoEn = leidoDe(p.pk)
        yield* leerProceso(db, p.pk)
        hecho = leidoDe(p.pk) === leidoEn
      } else hecho = yield* leerLlamada(p.pk)
    } catch (error) {
      if (esDano(error)) throw error
      o.registro.error(`archive of sends: ${p.que} ${p.pk} passed over`, error)
      saltados.add(`${p.que} ${p.pk}`)
    }
    if (hecho) db.prepare('DELETE FROM pendiente WHERE que = ? AND pk = ?').run(p.que, p.pk)
    return undefined
  }
  const leidoDe = (pk: number): unknown => (o.base.db().prepare('SELECT leido_en AS en FROM proceso WHERE pk = ?').get(pk) as { en: unknown } | undefined)?.en
  /** @returns whether it is done with; not when it changed meanwhile */
  function* leerLlamada(pk: number): Generator<undefined, boolean> {
    const db = o.base.db()
    const fila = db.prepare('SELECT id FROM llamada WHERE pk = ?').get(pk) as { id: string } | undefined
    if (fila === undefined) return true
    const l = o.fuente.llamada(fila.id)
    if (l === null) { quitarLlamada(db, pk); return true }
    ponerLlamada(db, l)
    cambiadas.delete(pk)
    const { ilegibles, entero } = yield* leerCuerpo(db, o.fuente, l, pk)
    if (ilegibles > 0 || !entero) o.registro.aviso(`archive of sends: call ${l.id}, ${entero ? `${ilegibles} alumnos` : 'what was sent'} cannot be read`)
    if (cambiadas.has(pk)) return false
    db.prepare('UPDATE llamada SET huella = ? WHERE pk = ?').run(l.huella, pk)
    return true
  }

  /** A turn: some milliseconds of steps as one transaction. @returns whether something is left */
  function turno(): boolean {
    if (o.base.vez !== vez) { vez = o.base.vez; aPrisa = false; prisa = false; trabajo = null; barrer = true; saltados.clear() }
    if (prisa !== aPrisa) { o.base.aPrisa(prisa); aPrisa = prisa }
    const fin = performance.now() + TURNO_MS
    const db = o.base.db()
    db.exec('BEGIN')
    try {
      trabajo ??= todo()
      let paso
      do { paso = trabajo.next() } while (paso.done !== true && performance.now() < fin)
      db.exec('COMMIT')
      if (paso.done === true) { trabajo = null; prisa = false; if (aPrisa) { o.base.aPrisa(false); aPrisa = false } }
      return trabajo !== null
    } catch (error) {
      trabajo = null
      barrer = true
      try { db.exec('ROLLBACK') } catch { /* the file is damaged, or there was nothing to undo */ }
      if (!esDano(error)) { o.registro.error('archive of sends', error); return false }
      if (o.base.vez - veces >= VECES_MAXIMAS) { o.registro.error('archive of sends: damaged again, left as it is', error); detenido = true; return false }
      o.base.rehacer('it is damaged')
      return true
    }
  }
  function avisar(terminado: boolean): void {
    const ahora = performance.now()
    if (!terminado && ahora - ultimoAviso < AVISOS_CADA_MS) return
    ultimoAviso = ahora
    o.alAvanzar()
  }
  async function correr(): Promise<void> {
    await pausa(DESCANSO_MS)
    while (!estaDetenido()) {
      dormido = false
      while (!estaDetenido() && turno()) { avisar(false); await pausa(DESCANSO_MS) }
      if (estaDetenido()) break
      avisar(true)
      dormido = true
      for (const listo of esperan) listo()
      esperan.clear()
      await new Promise<void>((listo) => { despierta = listo })
    }
    for (const listo of esperan) listo()
    esperan.clear()
  }
  const estaDetenido = (): boolean => detenido
  const despertar = (): void => { if (dormido && !detenido) { dormido = false; despierta() } }

  return {
    empezar: () => {
      if (!detenido) return
      detenido = false
      dormido = false
      corriendo = correr().catch((error: unknown) => { o.registro.error('archive of sends', error) })
    },
    tocar: (que) => {
      if ('envioId' in que) enviosTocados.add(que.envioId)
      else tocadas.add(que.llamadaId)
      despertar()
    },
    despertar,
    apurar: () => {
      const db = o.base.db()
      db.exec('BEGIN')
      try {
        const pasos = mirarTocadas()
        while (pasos.next().done !== true) { /* all of them: they are those of a send */ }
        db.exec('COMMIT')
      } catch (error) {
        try { db.exec('ROLLBACK') } catch { /* nothing to undo */ }
        barrer = true
        throw error
      }
    },
    pendiente: () => {
      if (trabajo === null) return null
      const faltan = contar()
      const { n } = o.base.db().prepare('SELECT count(*) AS n FROM llamada').get() as { n: number }
      return faltan === 0 ? null : { hechas: Math.max(0, n - faltan), total: n }
    },
    alDia: () => dormido || detenido ? Promise.resolve() : new Promise((listo) => { esperan.add(listo) }),
    detener: async () => {
      detenido = true
      despierta()
      await corriendo
    },
  }
}
