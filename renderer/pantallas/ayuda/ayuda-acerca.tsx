import { Marca } from '../../componentes/icono.tsx'
import { useApp } from '../../estado/contexto.ts'
import { AYUDA } from '../../textos/ayuda.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { DIAGNOSTICO } from '../../textos/diagnostico.ts'
import { ExportarDiagnostico } from '../diagnostico/exportar-diagnostico.tsx'

const t = AYUDA.acerca

export function AyudaAcerca() {
  const { estado } = useApp()
  return (
    <div className="acerca">
      <Marca tamano={56} />
      <div className="pila-corta">
        <h2>{COMUNES.nombre}</h2>
        <p className="suave">{t.version(estado.version)}</p>
        <p>{t.que}</p>
        <p>{t.datos}</p>
        <p className="fuerte">{t.noEsSence}</p>
        <h3>{DIAGNOSTICO.titulo}</h3>
        <p>{DIAGNOSTICO.que}</p>
        <div className="fila"><ExportarDiagnostico /></div>
      </div>
    </div>
  )
}
