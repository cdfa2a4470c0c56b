import { fallar, ok } from '../../shared/ipc/result.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'diagnostico:preparar' | 'diagnostico:guardar' | 'diagnostico:anotar'
const t = TEXTOS_NATIVOS.dialogo

export const manejadoresDiagnostico = ({ diagnosticos, dialogos }: Contexto): Pick<Manejadores, Propios> => ({
  'diagnostico:preparar': async () => ok(await diagnosticos.preparar()),
  'diagnostico:guardar': async ({ id }) => {
    const texto = diagnosticos.texto(id)
    if (texto === null) return fallar(falla('diagnostico-viejo'))
    const ruta = await dialogos.guardarTexto(t.guardarDiagnostico, t.nombreDiagnostico(hoyEnSantiago(new Date())))
    if (ruta === null) return ok({ ruta })
    const escrito = await diagnosticos.escribir(ruta, texto)
    return escrito.ok ? ok({ ruta }) : escrito
  },
  'diagnostico:anotar': ({ texto }) => ok({ incidente: diagnosticos.anotar(texto) }),
})
