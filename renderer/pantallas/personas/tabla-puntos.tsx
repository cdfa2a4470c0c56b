import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia, InsigniaResultado } from '../../componentes/insignia.tsx'
import { TablaOrdenable, type Columna } from '../../componentes/tabla-ordenable.tsx'
import { COMUNES } from '../../textos/comunes.ts'
import { ALUMNO, porcentaje, tiempo } from '../../textos/personas.ts'

type Fila = PuntoAlumno & { n: number }

/** The records of an alumno: what the plot draws, and what cannot be drawn. */
export function TablaPuntos({ puntos, alAbrir }: { puntos: readonly PuntoAlumno[]; alAbrir: (p: PuntoAlumno) => void }) {
  const c = ALUMNO.columnas
  const columnas: readonly Columna<Fila>[] = [
    { id: 'fecha', texto: c.fecha, cabeza: true, valor: p => p.fecha, celda: p => <Boton variante="enlace" aria-label={ALUMNO.abrir(fechaDe(p), p.codigoModulo)} onPress={() => { alAbrir(p) }}>{fechaDe(p)}</Boton> },
    { id: 'modulo', texto: c.modulo, valor: p => p.codigoModulo, celda: p => p.codigoModulo || COMUNES.sinDato },
    { id: 'avance', texto: c.avance, valor: p => p.avance, celda: p => p.avance === null ? COMUNES.sinDato : porcentaje(p.avance) },
    { id: 'total', texto: c.total, valor: p => p.avanceAlumno, celda: p => p.avanceAlumno === null ? COMUNES.sinDato : porcentaje(p.avanceAlumno) },
    { id: 'tiempo', texto: c.tiempo, valor: p => p.segundos, celda: p => p.segundos === null ? COMUNES.sinDato : tiempo(p.segundos) },
    { id: 'resultado', texto: c.resultado, valor: p => ALUMNO.resultados[p.resultado], celda: p => <>{p.resultado === 'otro' ? <Insignia tono="neutro">{ALUMNO.resultados.otro}</Insignia> : <InsigniaResultado resultado={p.resultado} />}{p.mensaje !== null && <p className="chico">{p.mensaje}</p>}</> },
    { id: 'donde', texto: c.donde, valor: p => ALUMNO.origen[p.origen], celda: p => ALUMNO.origen[p.origen] },
  ]
  return <TablaOrdenable nombre={ALUMNO.tabla} columnas={columnas} filas={puntos.map((p, n) => ({ ...p, n }))} clave={f => String(f.n)} inicial={{ id: 'fecha', baja: true }} />
}

const fechaDe = (p: PuntoAlumno): string => p.fecha === null ? ALUMNO.sinFecha : formatInstante(p.fecha)
