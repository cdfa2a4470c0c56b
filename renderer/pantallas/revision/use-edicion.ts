/** What is done to the range chosen: each is one command, and is said in words when it is done. */
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { BorradorResumen, TablaVista } from '../../../shared/ipc/modelos.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import { MAX_CELDAS_RANGO } from '../../../shared/planilla/limites-edicion.ts'
import type { CacheFilas } from '../../grilla/cache-filas.ts'
import { copiarDe, planDePegado, type Plan } from '../../grilla/portapapeles.ts'
import { celdasDe, filasDe, type Caja, type Seleccion } from '../../grilla/seleccion.ts'
import type { AccionesRango, ColumnaGrilla } from '../../grilla/tipos.ts'
import { pedir } from '../../puente.ts'
import { TEXTOS_EDICION as T } from '../../textos/edicion.ts'
import { TEXTOS_REVISION } from '../../textos/revision.ts'
import { copiarSolo } from './portapapeles-solo.ts'
import { anticiparTextos, type Comandos } from './use-comandos.ts'
import type { Indice } from './use-indice.ts'

interface UsoEdicion {
  resumen: BorradorResumen
  tabla: TablaVista
  columnas: readonly ColumnaGrilla[]
  indice: Indice | null
  cache: CacheFilas
  seleccion: Seleccion
  comandos: Comandos
  decir(texto: string): void
  alFallar(f: Extract<Result<never>, { ok: false }>['falla']): void
  irACelda(lugar: { tabla: string; filaId: number; columna: string | null }): void
}

/** Cells whose new text is shown before main has answered. */
const MAX_ANTICIPADAS = 2000

export function useEdicion(o: UsoEdicion) {
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })
  /** A paste that needs rows that the sheet lacks: it waits for the person's answer. */
  const [porConfirmar, setPorConfirmar] = useState<Plan | null>(null)

  const [acciones] = useState(() => {
    const rangoDe = (c: Caja): { id: string; tabla: string; filas: Int32Array<ArrayBuffer>; columnas: string[] } => {
      const { resumen, tabla, columnas, indice } = ultimo.current
      return { id: resumen.id, tabla: tabla.id, filas: Int32Array.from(indice?.ids.slice(c.f0, c.f1 + 1) ?? []), columnas: columnas.slice(c.c0, c.c1 + 1).map(x => x.key) }
    }
    /** Says what was done, if anything was. */
    const hacer = async (peticion: Promise<Output<'borrador:escribirRango'>>, hecho: string): Promise<boolean> => {
      const r = await ultimo.current.comandos.ejecutar(peticion)
      if (r !== 'falla') ultimo.current.decir(r === 'hecho' ? hecho : T.hecho.sinCambio)
      return r === 'hecho'
    }
    const cabe = (c: Caja): boolean => {
      if (celdasDe(c) <= MAX_CELDAS_RANGO) return true
      ultimo.current.decir(T.falta.demasiadas)
      return false
    }
    const escribir = (c: Caja, accion: 'pegar' | 'vaciar' | 'cortar' | 'rellenar', celdas: string[][], nuevas: number, hecho: string): Promise<boolean> => {
      const rango = rangoDe(c)
      if (celdasDe(c) <= MAX_ANTICIPADAS) anticipar(ultimo.current, rango, celdas)
      return hacer(pedir('borrador:escribirRango', { ...rango, accion, celdas, nuevas }), hecho)
    }
    const pegar = async (p: Plan, nuevas: number): Promise<void> => {
      const caja = { f0: p.f0, f1: p.f0 + p.filas - 1, c0: p.c0, c1: p.c0 + p.columnas - 1 }
      const total = (p.filas + nuevas) * p.columnas
      const falto = p.filasSinLugar - nuevas + p.columnasSinLugar > 0 ? `. ${TEXTOS_REVISION.estado.noCupo(p.filasSinLugar - nuevas, p.columnasSinLugar)}` : ''
      const hecho = nuevas === 0 ? T.hecho.pegadas(total) : T.hecho.conFilas(T.hecho.pegadas(total), nuevas)
      if (await escribir(caja, 'pegar', p.celdas, nuevas, `${hecho}${falto}`)) ultimo.current.seleccion.elegir(caja)
    }
    const copiar = async (c: Caja, portapapeles: DataTransfer | null, cortar: boolean): Promise<void> => {
      if (!cabe(c)) return
      const { indice, cache } = ultimo.current
      const enVentana = filasDe(c) > 1000 ? null : copiarDe((indice?.ids.slice(c.f0, c.f1 + 1) ?? []).map(id => cache.fila(id)), c)
      let bien = true
      if (enVentana !== null && portapapeles) portapapeles.setData('text/plain', enVentana)
      else if (enVentana !== null) bien = copiarSolo(enVentana)
      else {
        const r = await pedir('borrador:copiar', rangoDe(c))
        if (!r.ok) return ultimo.current.alFallar(r.falla)
        bien = copiarSolo(r.valor.texto)
      }
      // What did not reach the clipboard is not taken from the sheet.
      if (!bien) return ultimo.current.decir(T.hecho.noCopiadas)
      if (cortar) await escribir(c, 'cortar', [['']], 0, T.hecho.cortadas(celdasDe(c)))
      else ultimo.current.decir(T.hecho.copiadas(celdasDe(c)))
    }
    const deRango: AccionesRango = {
      vaciar: c => { if (cabe(c)) void escribir(c, 'vaciar', [['']], 0, T.hecho.vaciadas(celdasDe(c))) },
      escribirEnTodas: (c, texto) => { if (cabe(c)) void escribir(c, 'rellenar', [[texto]], 0, T.hecho.escritas(celdasDe(c))) },
      rellenarAbajo: c => {
        // One row alone takes what stands above it, as in Excel.
        const caja = filasDe(c) === 1 ? { ...c, f0: c.f0 - 1 } : c
        if (caja.f0 < 0) return ultimo.current.decir(T.falta.unaFila)
        if (cabe(caja)) void hacer(pedir('borrador:rellenarAbajo', rangoDe(caja)), T.hecho.rellenadas(celdasDe(caja) - (caja.c1 - caja.c0 + 1)))
      },
      copiar: (c, portapapeles, cortar) => { void copiar(c, portapapeles, cortar) },
      pegar: (c, texto) => {
        const p = planDePegado(texto, c, ultimo.current.seleccion.dimensiones)
        if (!p.ok) ultimo.current.decir(T.falta[p.motivo])
        else if (p.filasSinLugar > 0) setPorConfirmar(p)
        else void pegar(p, 0)
      },
    }
    return {
      deRango, pegar, rangoDe,
      agregarFilas: async (cuantas: number): Promise<void> => {
        const { resumen, tabla, columnas, irACelda } = ultimo.current
        if (!await hacer(pedir('borrador:agregarFilas', { id: resumen.id, tabla: tabla.id, cuantas }), T.hecho.agregadas(cuantas))) return
        const r = await pedir('borrador:indice', { id: resumen.id, tabla: tabla.id, filtro: 'todas', buscar: '' })
        const filaId = r.ok ? r.valor.ids.at(-cuantas) : undefined
        if (filaId !== undefined) irACelda({ tabla: tabla.id, filaId, columna: columnas[0]?.key ?? null })
      },
      quitarFilas: (c: Caja): void => {
        const { id, tabla, filas } = rangoDe(c)
        const { cache } = ultimo.current
        const cuantas = filas.filter(f => cache.fila(f)?.fila === null).length
        if (cuantas === 0) return ultimo.current.decir(T.hecho.soloAgregadas)
        void hacer(pedir('borrador:quitarFilas', { id, tabla, filas }), T.hecho.quitadas(cuantas))
      },
      incluir: (c: Caja, si: boolean): void => {
        const { tabla, filas } = rangoDe(c)
        if (filas.length <= MAX_CELDAS_RANGO) void ultimo.current.comandos.incluir(tabla, [...filas], si)
        else ultimo.current.decir(T.falta.demasiadas)
      },
    }
  })

  return {
    ...acciones,
    porConfirmar,
    /** `con`: with the rows that are lacking. null: not at all. */
    confirmar: (con: boolean | null): void => {
      setPorConfirmar(null)
      if (porConfirmar && con !== null && (con || porConfirmar.filas > 0)) void acciones.pegar(porConfirmar, con ? porConfirmar.filasSinLugar : 0)
    },
  }
}
export type Edicion = ReturnType<typeof useEdicion>

/** The rows that the window has, as they will be: what the person did is on view before main has answered. */
function anticipar({ cache, columnas }: UsoEdicion, rango: { filas: Int32Array; columnas: string[] }, celdas: readonly (readonly string[])[]): void {
  const ancho = celdas.reduce((n, f) => Math.max(n, f.length), 0)
  const cambios = Array.from(rango.filas).flatMap((filaId, i) => rango.columnas.flatMap((columna, j) => {
    const texto = celdas[i % celdas.length]?.[j % ancho]
    return texto === undefined ? [] : [{ filaId, columna, texto }]
  }))
  anticiparTextos(cache, cambios, columnas.map(c => c.key))
}
