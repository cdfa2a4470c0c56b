import { cuandoEnPalabras } from '../../shared/domain/envio-nocturno.ts'
import { fallar, ok, type Falla, type Result } from '../../shared/ipc/result.ts'
import type { EspacioAbierto } from '../espacio.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

type Propios = Extract<keyof Manejadores, `noche:${string}`>

export const manejadoresNoche = (c: Contexto): Pick<Manejadores, Propios> => {
  const en = <T>(hacer: (e: EspacioAbierto) => Result<T> | Promise<Result<T>>): Result<T> | Promise<Result<T>> => enEspacio(c, hacer)
  return {
    'noche:estado': () => en((e) => ok(e.nocturno.estado())),
    'noche:programar': (i) => en((e) => e.nocturno.programar(i)),
    'noche:reprogramar': (i) => en((e) => e.nocturno.reprogramar(i)),
    'noche:desprogramar': (i) => en((e) => e.nocturno.desprogramar(i)),
    'noche:enviarAhora': (i) => en((e) => e.nocturno.enviarAhora(i)),
    'noche:inicio': () => ok({ activo: c.inicioSesion.activo() }),
    'noche:ponerInicio': ({ activo }) => c.inicioSesion.poner(activo) ? ok({ activo: c.inicioSesion.activo() }) : fallar(falla('inicio-no-guardado')),
  }
}

/** Only the space that is open keeps its hours: leaving it would leave its sends waiting. null: it may be left. */
export function impideSalirDe(abierto: EspacioAbierto | null): Falla | null {
  const primero = abierto?.nocturno.estado().programados[0]
  if (primero === undefined) return null
  const palabras = falla('hay-programado')
  return { ...palabras, explicacion: `${palabras.explicacion} Es el de ${primero.nombreArchivo}, para ${cuandoEnPalabras(new Date(primero.para), new Date())}.` }
}
