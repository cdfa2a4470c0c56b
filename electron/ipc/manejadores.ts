/** Thin: each request is one call of a service of the open space. What is decided, services decide. */
import type { Result } from '../../shared/ipc/result.ts'
import type { EspacioAbierto } from '../espacio.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import { exportarEvidencia } from './exportar-evidencia.ts'
import { guardarJson } from './guardar-json.ts'
import { manejadoresActualizacion } from './manejadores-actualizacion.ts'
import { manejadoresApp } from './manejadores-app.ts'
import { manejadoresCorreccion } from './manejadores-correccion.ts'
import { manejadoresDiagnostico } from './manejadores-diagnostico.ts'
import { manejadoresHistorial } from './manejadores-historial.ts'
import { manejadoresPerfiles } from './manejadores-perfiles.ts'
import { manejadoresAsistente } from './manejadores-asistente.ts'
import { manejadoresPlanilla } from './manejadores-planilla.ts'
import { manejadoresNoche } from './manejadores-noche.ts'
import { manejadoresRed } from './manejadores-red.ts'
import { manejadoresRespaldo } from './manejadores-respaldo.ts'
import { manejadoresSalida } from './manejadores-salida.ts'
import { manejadoresVigia } from './manejadores-vigia.ts'
import type { Manejadores } from './registrar.ts'

export function crearManejadores(c: Contexto): Manejadores {
  const en = <T>(hacer: (e: EspacioAbierto) => Result<T> | Promise<Result<T>>): Result<T> | Promise<Result<T>> => enEspacio(c, hacer)
  return {
    ...manejadoresApp(c),
    ...manejadoresPerfiles(c),
    ...manejadoresVigia(c),
    ...manejadoresRespaldo(c),
    ...manejadoresPlanilla(c),
    ...manejadoresDiagnostico(c),
    ...manejadoresRed(c),
    ...manejadoresActualizacion(c),
    ...manejadoresNoche(c),
    ...manejadoresAsistente(c),
    ...manejadoresCorreccion(c),
    ...manejadoresHistorial(c),
    ...manejadoresSalida(c),

    'credenciales:guardar': (i) => c.perfiles.guardarCredenciales(i),
    'credenciales:olvidar': () => en((e) => e.credenciales.olvidar()),
    'credenciales:probar': (i) => en((e) => e.credenciales.probar(i)),

    'borrador:resumen': ({ id }) => en((e) => e.planillas.resumen(id)),
    'borrador:lista': () => en((e) => e.planillas.lista()),
    'borrador:descartar': ({ id }) => en((e) => e.planillas.descartar(id)),
    'borrador:indice': ({ id, tabla, filtro, buscar, causa, recorte }) => en((e) => e.planillas.indice(id, tabla, filtro, buscar, causa, recorte)),
    'borrador:filas': ({ id, tabla, ids }) => en((e) => e.planillas.filas(id, tabla, ids)),
    'borrador:problemas': ({ id, nivel, desde, cuantos, causa }) => en((e) => e.planillas.problemas(id, nivel, desde, cuantos, causa)),
    'borrador:causas': ({ id }) => en((e) => e.planillas.causas(id)),
    'borrador:arreglos': (i) => en((e) => e.planillas.arreglos(i)),
    'borrador:arreglar': (i) => en((e) => e.planillas.arreglar(i)),
    'borrador:cambios': ({ id }) => en((e) => e.planillas.cambios(id)),
    'borrador:irACambio': ({ id, aplicados }) => en((e) => e.planillas.irACambio(id, aplicados)),
    'borrador:editar': ({ id, tabla, cambios }) => en((e) => e.planillas.editar(id, tabla, cambios)),
    'borrador:excluir': ({ id, tabla, filas, excluir }) => en((e) => e.planillas.excluir(id, tabla, filas, excluir)),
    'borrador:escribirRango': (i) => en((e) => e.planillas.escribirRango(i)),
    'borrador:rellenarAbajo': (i) => en((e) => e.planillas.rellenarAbajo(i)),
    'borrador:copiar': (i) => en((e) => e.planillas.copiar(i)),
    'borrador:agregarFilas': (i) => en((e) => e.planillas.agregarFilas(i)),
    'borrador:quitarFilas': (i) => en((e) => e.planillas.quitarFilas(i)),
    'borrador:encontrar': (i) => en((e) => e.planillas.encontrar(i)),
    'borrador:reemplazos': (i) => en((e) => e.planillas.reemplazos(i)),
    'borrador:reemplazar': (i) => en((e) => e.planillas.reemplazar(i)),
    'borrador:excluirSinCambios': ({ id, curso }) => en((e) => e.planillas.excluirSinCambios(id, curso)),
    'borrador:corregir': (i) => en((e) => e.envios.corregir(i)),
    'borrador:deshacer': ({ id }) => en((e) => e.planillas.deshacer(id)),
    'borrador:rehacer': ({ id }) => en((e) => e.planillas.rehacer(id)),

    'envio:previo': (i) => en((e) => e.envios.previo(i)),
    'envio:arbol': (i) => en((e) => e.envios.arbol(i)),
    'envio:guardarJson': (i) => en((e) => guardarJson(c, e, i)),
    'envio:json': (i) => en((e) => e.envios.json(i)),
    'envio:enviar': (i) => en((e) => e.envios.enviar(i)),
    'envio:cancelar': (i) => en((e) => e.envios.cancelar(i)),
    'envio:conciliar': (i) => en((e) => e.envios.conciliar(i)),
    'envio:exportarEvidencia': exportarEvidencia(c),
    'envios:lista': () => en((e) => e.envios.lista()),
    'envios:detalle': (i) => en((e) => e.envios.detalle(i)),
    'envios:cuerpo': (i) => en((e) => e.envios.cuerpo(i)),
    'envios:nombres': (i) => en((e) => e.envios.nombres(i)),
    'envios:estado': (i) => en((e) => e.envios.estado(i)),
    'archivo:fichas': (i) => en((e) => e.archivo.fichas(i)),
    'archivo:registros': (i) => en((e) => e.archivo.registros(i)),
    'archivo:alumno': (i) => en((e) => e.archivo.alumno(i)),
    'archivo:curso': (i) => en((e) => e.archivo.curso(i)),
    'hoy:resumen': () => en((e) => e.hoy.resumen()),
  }
}
