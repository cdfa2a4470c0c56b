/** "Exportar diagnóstico": gathered and scrubbed once, shown whole, and saved to the letter as it was shown. */
import { sinDatosPersonales } from '../../shared/domain/datos-personales.ts'
import type { Diagnostico, ParteDiagnostico } from '../../shared/ipc/modelos-diagnostico.ts'
import type { Reloj } from './puertos.ts'
import type { ArchivoGuardado, FuentesDiagnostico } from './puertos-diagnostico.ts'
import { TEXTOS_DIAGNOSTICO as T } from './textos-diagnostico.ts'

export interface ServicioDiagnostico {
  preparar(): Promise<Diagnostico>
  /** The file's text of what was last prepared; null when that is not what `id` names. */
  texto(id: string): string | null
}

export function crearServicioDiagnostico(o: { fuentes: FuentesDiagnostico; reloj: Reloj }): ServicioDiagnostico {
  let ultimo: { id: string; texto: string } | null = null
  return {
    async preparar() {
      const [uso, archivos, registros] = await Promise.all([o.fuentes.uso(), o.fuentes.archivos(), o.fuentes.registros()])
      const partes: ParteDiagnostico[] = [
        { titulo: T.presentacion.titulo, explicacion: T.presentacion.explicacion, texto: T.presentacion.texto(enSantiago(o.reloj.ahora())) },
        { titulo: T.equipo.titulo, explicacion: T.equipo.explicacion, texto: comoLista(T.equipo.datos, o.fuentes.equipo()) },
        { titulo: T.uso.titulo, explicacion: T.uso.explicacion, texto: comoLista(T.uso.datos, uso) },
        { titulo: T.archivos.titulo, explicacion: T.archivos.explicacion, texto: comoTabla(archivos) },
        ...registros.map((r) => ({ titulo: T.registro.titulo(r.nombre), explicacion: T.registro.explicacion, texto: r.texto.trim() === '' ? T.registro.vacio : r.texto })),
      ].map((p) => ({ ...p, texto: sinDatosPersonales(p.texto) }))
      const texto = partes.map((p) => `===== ${p.titulo} =====\n\n${p.texto.trim()}\n`).join('\n')
      ultimo = { id: crypto.randomUUID(), texto }
      return { id: ultimo.id, partes, bytes: new TextEncoder().encode(texto).length }
    },
    texto: (id) => (ultimo?.id === id ? ultimo.texto : null),
  }
}

function comoLista<K extends string>(nombres: Record<K, string>, valores: Record<K, string>): string {
  return (Object.keys(nombres) as K[]).map((k) => `${nombres[k]}: ${valores[k]}`).join('\n')
}

function comoTabla(archivos: readonly ArchivoGuardado[]): string {
  if (archivos.length === 0) return T.archivos.ninguno
  return archivos.map((a) => `${Math.ceil(a.bytes / 1024).toLocaleString('es-CL').padStart(9)} KB  ${enSantiago(a.modificadoEn)}  ${a.ruta}`).join('\n')
}

const FORMATO = new Intl.DateTimeFormat('es-CL', { timeZone: 'America/Santiago', dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
const enSantiago = (fecha: Date): string => FORMATO.format(fecha)
