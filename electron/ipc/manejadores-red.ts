import { ok } from '../../shared/ipc/result.ts'
import type { Contexto } from './contexto.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'red:estado' | 'red:identificarse' | 'red:olvidarIdentificacion' | 'red:elegirCertificado' | 'red:quitarCertificado'

export const manejadoresRed = (c: Contexto): Pick<Manejadores, Propios> => ({
  'red:estado': () => ok(c.red.estado()),
  'red:identificarse': (i) => c.red.identificarse(i),
  'red:olvidarIdentificacion': () => c.red.olvidarIdentificacion(),
  'red:elegirCertificado': async () => {
    const ruta = await c.dialogos.elegirCertificado()
    return ruta === null ? ok(c.red.estado()) : c.red.elegirCertificado(ruta)
  },
  'red:quitarCertificado': () => c.red.quitarCertificado(),
})
