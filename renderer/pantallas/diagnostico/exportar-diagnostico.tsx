import { useState } from 'react'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { pedir } from '../../puente.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { DIAGNOSTICO } from '../../textos/diagnostico.ts'
import { ParteDiagnostico } from './parte-diagnostico.tsx'
import './diagnostico.css'

const t = DIAGNOSTICO

/** The button and what it opens: the whole diagnosis, for reading before it is saved. */
export function ExportarDiagnostico() {
  const [abierto, setAbierto] = useState(false)
  const cerrar = (): void => { setAbierto(false) }
  return (
    <>
      <Boton icono="descargar" onPress={() => { setAbierto(true) }}>{t.exportar}</Boton>
      <Dialogo titulo={t.dialogo} abierto={abierto} alCerrar={cerrar} ancho="grande">
        {abierto && <Contenido alCerrar={cerrar} />}
      </Dialogo>
    </>
  )
}

function Contenido({ alCerrar }: { alCerrar: () => void }) {
  const { datos, falla } = useConsulta('diagnostico:preparar', {})
  const [guardar, guardando] = useAccion('diagnostico:guardar')

  async function alGuardar(id: string): Promise<void> {
    const guardado = await guardar({ id })
    if (guardado === null || guardado.ruta === null) return
    alCerrar()
    avisar({ tono: 'exito', titulo: t.guardado, detalle: guardado.ruta, accion: { texto: t.mostrar, hacer: () => { void pedir('app:mostrarEnCarpeta', { que: 'diagnostico' }) } } })
  }

  return (
    <>
      {falla && <MensajeFalla falla={falla} />}
      {!datos && !falla && <p className="suave" role="status">{t.preparando}</p>}
      {datos && (
        <>
          <p className="suave">{t.intro(datos.partes.length, t.kilobytes(numero(Math.ceil(datos.bytes / 1024))))}</p>
          <ul className="diagnostico-partes">{datos.partes.map(p => <li key={p.titulo}><ParteDiagnostico parte={p} /></li>)}</ul>
        </>
      )}
      <div className="dialogo-pie">
        <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        <Boton variante="primario" icono="descargar" isDisabled={!datos} isPending={guardando} onPress={() => { if (datos) void alGuardar(datos.id) }}>{t.guardar}</Boton>
      </div>
    </>
  )
}
