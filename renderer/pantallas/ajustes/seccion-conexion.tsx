import { useState } from 'react'
import { Button, Form, Group, Input, Label, NumberField, Text } from 'react-aria-components'
import type { PruebaConexion } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
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
        <NumberField value={minutos} onChange={n => { if (!Number.isNaN(n)) setMinutos(n) }} minValue={1} maxValue={30} step={1}>
          <Label>{t.espera}</Label>
          <Group>
            <Button slot="decrement" aria-label={t.menos} data-icono="">−</Button>
            <Input className="react-aria-Input entrada-corta" />
            <Button slot="increment" aria-label={t.mas} data-icono="">+</Button>
          </Group>
          <Text slot="description">{t.esperaAyuda}</Text>
        </NumberField>
        <NumberField value={porParte} onChange={n => { if (!Number.isNaN(n)) setPorParte(n) }} minValue={50} maxValue={2000} step={50}>
          <Label>{t.partes}</Label>
          <Group>
            <Button slot="decrement" aria-label={t.menosAlumnos} data-icono="">−</Button>
            <Input className="react-aria-Input entrada-corta" />
            <Button slot="increment" aria-label={t.masAlumnos} data-icono="">+</Button>
          </Group>
          <Text slot="description">{t.partesAyuda}</Text>
        </NumberField>
        <div className="fila"><Boton type="submit" isPending={guardando} isDisabled={!cambiado || malaUrl}>{t.guardar}</Boton></div>
      </Form>
    </Seccion>
  )
}
