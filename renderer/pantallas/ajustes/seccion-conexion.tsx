import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { PruebaConexion } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { CampoNumero } from '../../componentes/campo-numero.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, estaConectada, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { ResultadoPrueba } from '../credenciales/resultado-prueba.tsx'
import { Seccion } from './seccion.tsx'

/** Main is the one that decides; this only spares a round trip for an evident slip. */
function esDireccion(texto: string): boolean {
  const url = URL.parse(texto)
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)))
}

/** Connection test, address and patience. */
export function SeccionConexion() {
  const { estado, ajustes, ponerAjustes } = useApp()
  const [url, setUrl] = useState(ajustes.urlBase)
  const [minutos, setMinutos] = useState(ajustes.tiempoEsperaSegundos / 60)
  const [porParte, setPorParte] = useState(ajustes.alumnosPorParte)
  const [prueba, setPrueba] = useState<PruebaConexion | null>(null)
  const [probar, probando] = useAccion('credenciales:probar')
  const [guardar, guardando] = useAccion('app:guardarAjustes')
  const t = AJUSTES.conexion
  const practica = enPractica(estado)
  const malaUrl = !esDireccion(url.trim())
  const cambiado = url.trim() !== ajustes.urlBase || Math.round(minutos * 60) !== ajustes.tiempoEsperaSegundos || porParte !== ajustes.alumnosPorParte

  async function alGuardar(): Promise<void> {
    const nuevos = await guardar({ urlBase: url.trim(), tiempoEsperaSegundos: Math.round(minutos * 60), alumnosPorParte: porParte })
    if (!nuevos) return
    ponerAjustes(nuevos)
    setUrl(nuevos.urlBase)
    avisar({ tono: 'exito', titulo: AJUSTES.guardado })
  }

  return (
    <Seccion titulo={t.titulo}>
      <div className="fila">
        <Boton isPending={probando} isDisabled={!estaConectada(estado)} onPress={() => { setPrueba(null); void probar(null).then(setPrueba) }}>{probando ? t.probando : t.probar}</Boton>
      </div>
      {prueba && <ResultadoPrueba prueba={prueba} />}
      <Form className="pila" onSubmit={e => { e.preventDefault(); if (!malaUrl) void alGuardar() }}>
        {practica ? <p className="suave">{t.practica}</p> : (
          <Campo etiqueta={t.url} ayuda={t.urlAyuda} value={url} onChange={setUrl} error={malaUrl ? t.urlMala : null} type="url" autoComplete="off" spellCheck="false" maxLength={500} mono />
        )}
        <CampoNumero etiqueta={t.espera} ayuda={t.esperaAyuda} menos={t.menos} mas={t.mas} valor={minutos} minimo={1} maximo={30} paso={1} alCambiar={setMinutos} />
        <CampoNumero etiqueta={t.partes} ayuda={t.partesAyuda} menos={t.menosAlumnos} mas={t.masAlumnos} valor={porParte} minimo={50} maximo={2000} paso={50} alCambiar={setPorParte} />
        <div className="fila"><Boton type="submit" isPending={guardando} isDisabled={!cambiado || malaUrl}>{t.guardar}</Boton></div>
      </Form>
    </Seccion>
  )
}
