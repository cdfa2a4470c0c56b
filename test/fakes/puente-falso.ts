/** Implements the contract's `Puente` in memory. What main would refuse, this refuses in the same shape. */
import { actualizacionFalsa } from './actualizacion-falsa.ts'
import type { EventName, Input, Output, Payload, Puente, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { Ajustes, EnvioDetalle, Perfil } from '../../shared/ipc/modelos.ts'
import { fallar, ok, type Falla, type Result } from '../../shared/ipc/result.ts'
import { archivoFalso } from './archivo-falso.ts'
import { historialFalso } from './historial-falso.ts'
import { crearEnvio, cuerpoDe, enviosDeEjemplo, nombresDeEjemplo, filaDe, previoDe } from './envios-falsos.ts'
import { NO_RECONOCIDA, PREGUNTAS, asistenteFalso } from './asistente-falso.ts'
import { correccionDeEjemplo } from './correccion-falsa.ts'
import type { Escenario } from './escenario.ts'
import { hoyFalso } from './hoy-falso.ts'
import { nocheFalsa } from './noche-falsa.ts'
import { redFalsa } from './red-falsa.ts'
import { BorradorFalso } from './borrador-falso.ts'
import { diagnosticoFalso } from './diagnostico-falso.ts'
import { perfilesDeEjemplo } from './perfiles-falsos.ts'
import { respaldoDeEjemplo, respaldoVisto } from './respaldo-falso.ts'
import { vigiaDeEjemplo } from './vigia-falsa.ts'

const FALLA: Falla = {
  codigo: 'ejemplo', titulo: 'El archivo está protegido con contraseña', explicacion: 'Puente SIC no puede leer un libro cifrado, así que no importó nada.',
  queHacer: 'Ábralo en Excel, quite la contraseña en Archivo > Información > Proteger libro, guárdelo y vuelva a intentarlo.',
}
const NO_ESTA: Falla = { codigo: 'no-encontrado', titulo: 'Ese registro ya no está', explicacion: 'Puede que se haya descartado.', queHacer: 'Vuelva a la lista y elija otro.' }
/** Requests that the scenario "fallas" makes fail. */
const FALIBLES: ReadonlySet<RequestName> = new Set(['planilla:elegir', 'planilla:abrirSoltado', 'planilla:abrirMuestra', 'plantilla:guardar', 'credenciales:guardar', 'envio:previo', 'envio:enviar', 'envios:lista', 'archivo:fichas', 'envios:detalle', 'historial:actualizar', 'borrador:lista', 'app:guardarAjustes'])

type Manejadores = { [N in RequestName]: (entrada: Input<N>) => Result<Valor<N>> | Promise<Result<Valor<N>>> }
type Oyentes = { [N in EventName]: Set<(dato: Payload<N>) => void> }

const esperar = (ms: number): Promise<void> => new Promise(r => { setTimeout(r, ms) })

export function crearPuenteFalso(e: Escenario): Puente {
  const oyentes: Oyentes = { 'historial:avance': new Set(), 'planilla:progreso': new Set(), 'envio:progreso': new Set(), 'menu:accion': new Set(), 'planilla:abierta': new Set(), 'planilla:abriendo': new Set(), 'planilla:noAbierta': new Set(), 'archivo:cambio': new Set(), 'envio:conciliado': new Set(), 'vigia:novedad': new Set(), 'borrador:cambiado': new Set(), 'red:estado': new Set(), 'noche:estado': new Set(), 'noche:termino': new Set(), 'noche:abrirEnvio': new Set(), 'actualizacion:estado': new Set() }
  const emitir = <N extends EventName>(nombre: N, dato: Payload<N>): void => oyentes[nombre].forEach(o => o(dato))

  let espacio = e.espacio
  let perfil: Perfil | null = e.espacio === null ? null : { rutOtec: '76123456-0', nombre: e.datos === 'largos' ? 'Sociedad de Capacitación y Formación Profesional de la Región de Los Lagos Limitada' : 'Capacitación del Sur SpA', tokenFinal: '9F3C', tokenGuardado: e.cifrado }
  let ajustes: Ajustes = { urlBase: 'https://auladigital.sence.cl/gestor/API/avance-sic', tiempoEsperaSegundos: 600, alumnosPorParte: 500, pausaSegundos: 3, proxy: 'sistema', actualizarSolo: true, tema: 'sistema' }
  let perfiles = perfil === null ? [] : perfilesDeEjemplo(e, { rutOtec: perfil.rutOtec, nombre: perfil.nombre, conToken: true })
  let vigia = vigiaDeEjemplo(e)
  let respaldo = respaldoDeEjemplo(e)
  let cancelada = false
  const planillas = new Map<string, BorradorFalso>()
  const envios: EnvioDetalle[] = enviosDeEjemplo(e)
  const archivo = archivoFalso(e, () => envios)
  const deHoy = hoyFalso(() => envios)
  if (e.borrador) planillas.set('b0', new BorradorFalso('b0', 'avance-noviembre.xlsx', e, true))

  const estado = (): Valor<'app:estado'> => ({
    version: '0.1.0', plataforma: 'linux', espacio, perfil, perfiles: [...perfiles], cifradoDisponible: e.cifrado, diarioCifrado: e.cifrado, borradorAbierto: e.borrador ? 'b0' : null,
    noticias: e.noticias ? [{ id: 'diario', titulo: 'El registro de envíos anterior no se pudo leer', explicacion: 'El archivo está dañado o se guardó con otra clave. Se dejó aparte, completo, con el nombre «diario.db.ilegible-20261124-140211», y se comenzó uno nuevo. Lo que SENCE recibió no cambia.', queHacer: 'Lo enviado antes puede verlo en «Historial de SENCE». Guarde esa copia: quien le dé soporte puede intentar recuperarla.' }] : [],
  })
  const con = <T>(id: string, hacer: (p: BorradorFalso) => T): Result<T> => {
    const p = planillas.get(id)
    return p ? ok(hacer(p)) : fallar(NO_ESTA)
  }

  async function importar(nombreArchivo: string, malo: boolean): Promise<Result<Valor<'borrador:resumen'>>> {
    cancelada = false
    for (const [etapa, desde] of [['leyendo', 0], ['interpretando', 50], ['validando', 75]] as const) {
      for (let paso = 0; paso < 5; paso++) {
        emitir('planilla:progreso', { etapa, porcentaje: etapa === 'leyendo' && paso < 2 ? null : desde + paso * 5, filas: Math.round(e.filas * (desde + paso * 5) / 25), nombreArchivo })
        await esperar(e.latenciaMs)
        if (cancelada) return fallar({ codigo: 'importacion-cancelada', titulo: 'Importación cancelada', explicacion: 'No se importó nada.', queHacer: 'Elija otra planilla cuando quiera.' })
      }
    }
    const p = new BorradorFalso(`b${planillas.size + 1}`, nombreArchivo, e, malo)
    planillas.set(p.id, p)
    return ok(p.resumen())
  }

  async function enviar(envio: EnvioDetalle): Promise<void> {
    const finales = envio.llamadas.map(l => l.estado)
    for (const l of envio.llamadas) l.estado = 'listo'
    const base = { envioId: envio.id, llamadas: envio.llamadas.length, cancelando: false, cursos: envio.llamadas.length, parte: 1, partes: 1, alumnos: envio.alumnos }
    let alumnosListos = 0
    for (const [n, l] of envio.llamadas.entries()) {
      l.estado = 'enviando'
      emitir('envio:progreso', { ...base, estado: 'enviando', curso: n + 1, alumnosListos, llamada: n + 1, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, terminado: false, cancelando: cancelada, restanteMs: (envio.llamadas.length - n) * 130_000 })
      await esperar(e.latenciaMs * 8)
      l.estado = finales[n] ?? 'aceptado'
      alumnosListos += l.alumnos.length
      if (cancelada) break
    }
    for (const l of envio.llamadas) if (l.estado === 'listo') l.estado = 'cancelado'
    if (cancelada) envio.estado = 'cancelado'
    emitir('envio:progreso', { ...base, estado: cancelada ? 'cancelado' : envio.estado, curso: envio.llamadas.length, alumnosListos, llamada: envio.llamadas.length, codigoOferta: '', codigoGrupo: '', terminado: true })
  }

  const manejadores: Manejadores = {
    'app:estado': () => ok(estado()),
    'app:escuchando': () => ok({}),
    'app:entrar': i => { espacio = i.espacio; return ok(estado()) },
    'app:leerAjustes': () => ok(ajustes),
    'app:guardarAjustes': i => {
      ajustes = { ...ajustes, ...Object.fromEntries(Object.entries(i).filter(([, v]) => v !== undefined)) }
      return ok(ajustes)
    },
    'app:abrirEnlace': () => ok({}),
    'app:mostrarEnCarpeta': () => ok({}),
    'app:licencias': () => ok(['detect-libc', 'electron', 'react', 'react-aria-components', 'xlsx'].map(paquete => ({ paquete, version: '1.2.3', licencia: paquete === 'xlsx' ? 'Apache-2.0' : 'MIT', texto: paquete === 'electron' ? '' : `MIT License\n\nCopyright (c) los autores de ${paquete}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software…` }))),
    'diagnostico:preparar': () => ok(diagnosticoFalso(e)),
    'diagnostico:guardar': () => ok({ ruta: '/home/maria/Documentos/Diagnóstico Puente SIC 2026-11-24.txt' }),
    'diagnostico:anotar': () => ok({ incidente: 'K7M-4PF' }),
    'credenciales:guardar': i => ok(perfil = { rutOtec: i.rutOtec, nombre: i.nombre, tokenFinal: i.token.slice(-4), tokenGuardado: e.cifrado }),
    'credenciales:olvidar': () => { perfil = null; return ok({}) },
    'credenciales:probar': () => ok(e.resultado === 'credenciales' || e.fallas
      ? { resultado: 'credenciales', titulo: 'SENCE no aceptó el RUT o el token', explicacion: 'La conexión funciona, pero esas credenciales no corresponden.', queHacer: 'Genere un token nuevo en el sitio de SENCE y péguelo aquí.' }
      : { resultado: 'ok', titulo: 'Todo en orden', explicacion: 'SENCE respondió y aceptó el RUT y el token.', queHacer: 'Ya puede enviar avances.' }),
    ...nocheFalsa(e, d => { emitir('noche:estado', d) }),
    ...redFalsa(e, d => { emitir('red:estado', d) }),
    ...actualizacionFalsa(e, d => { emitir('actualizacion:estado', d) }),
    'respaldo:estado': () => ok(respaldo),
    'respaldo:elegirCarpeta': () => ok(respaldo = { ...respaldo, carpeta: 'E:\\Respaldos', esLaPropia: false }),
    'respaldo:carpetaPropia': () => ok(respaldo = { ...respaldo, carpeta: '/home/maria/.config/Puente SIC/respaldos', esLaPropia: true }),
    'respaldo:ponerFrase': () => ok(respaldo = { ...respaldo, conFrase: true }),
    'respaldo:hacer': () => ok(respaldo = { ...respaldo, ultimo: { en: new Date().toISOString(), archivo: '' }, copias: (respaldo.copias ?? 0) + 1 }),
    'respaldo:elegir': () => ok({ id: 'r1', archivo: 'Puente SIC 76123456-0 2026-11-24 0905 automático ab12cd.respaldo', pideFrase: true }),
    'respaldo:mirar': () => ok(respaldoVisto(e)),
    'respaldo:restaurar': () => ok(estado()),
    'vigia:leer': () => ok(vigia),
    'vigia:elegir': () => ok(vigia = { ...vigia, carpeta: '/home/maria/Descargas/Exportaciones de la plataforma' }),
    'vigia:dejar': () => ok(vigia = { ...vigia, carpeta: null }),
    'vigia:hacer': i => ok(vigia = { ...vigia, queHacer: i.queHacer }),
    'perfiles:agregar': i => {
      perfil = { rutOtec: i.rutOtec, nombre: i.nombre, tokenFinal: i.token.slice(-4), tokenGuardado: e.cifrado }
      perfiles.unshift({ rutOtec: i.rutOtec, nombre: i.nombre, conToken: true })
      espacio = 'real'
      return ok(estado())
    },
    'perfiles:entrar': i => {
      const otra = perfiles.find(p => p.rutOtec === i.rutOtec)
      if (!otra) return fallar(NO_ESTA)
      perfil = { rutOtec: otra.rutOtec, nombre: otra.nombre, tokenFinal: otra.conToken ? '77AB' : null, tokenGuardado: otra.conToken && e.cifrado }
      perfiles = [otra, ...perfiles.filter(p => p !== otra)]
      espacio = 'real'
      return ok(estado())
    },
    'perfiles:renombrar': i => { perfiles = perfiles.map(p => p.rutOtec === i.rutOtec ? { ...p, nombre: i.nombre } : p); if (perfil?.rutOtec === i.rutOtec) perfil = { ...perfil, nombre: i.nombre }; return ok(estado()) },
    'perfiles:olvidarToken': i => { perfiles = perfiles.map(p => p.rutOtec === i.rutOtec ? { ...p, conToken: false } : p); return ok(estado()) },
    'perfiles:contenido': () => ok({ envios: 128, sinConfirmar: 2, borradores: 3 }),
    'perfiles:eliminar': i => { perfiles = perfiles.filter(p => p.rutOtec !== i.rutOtec); return ok(estado()) },
    'plantilla:guardar': () => ok({ ruta: '/home/maria/Documentos/Plantilla Puente SIC.xlsx' }),
    'plantilla:guardarCon': () => ok({ ruta: '/home/maria/Documentos/Plantilla con alumnos.xlsx', alumnos: 38, conNombre: 30 }),
    'muestra:guardar': () => ok({ ruta: null }),
    'planilla:elegir': () => (e.asistente ? fallar(NO_RECONOCIDA) : importar('avance-noviembre.xlsx', true)),
    'planilla:abrirSoltado': () => importar('soltado.xlsx', true),
    'planilla:abrirMuestra': i => importar(`muestra-${i.muestra}.xlsx`, i.muestra === 'con-problemas'),
    ...asistenteFalso(e),
    'planilla:importarPreparada': () => importar('reporte-plataforma.xlsx', true),
    'borrador:preguntas': i => con(i.id, p => ({ version: p.resumen().version, preguntas: e.asistente ? PREGUNTAS : [] })),
    'borrador:responder': i => con(i.id, p => p.resumen()),
    'planilla:cancelar': () => { cancelada = true; return ok({}) },
    'observaciones:exportar': i => con(i.id, p => ({ ruta: `/home/maria/Documentos/${p.nombreArchivo.replace('.xlsx', '')} con observaciones.xlsx`, clase: 'mismo', escritas: 3, sinEscribir: [], observaciones: p.resumen().errores + p.resumen().avisos })),
    'correccion:mirar': () => ok(e.corregida ? correccionDeEjemplo(e) : null),
    'correccion:traer': () => con('b0', p => p.resumen()),
    'correccion:ignorar': () => ok({}),
    'borrador:resumen': i => con(i.id, p => p.resumen()),
    'borrador:lista': () => ok(e.datos === 'no' ? [] : [...[...planillas.values()].map(p => ({ id: p.id, nombreArchivo: p.nombreArchivo, modificadoEn: '2026-11-24T14:02:00Z', enviado: false })), { id: 'perdido', nombreArchivo: e.datos === 'largos' ? 'Informe consolidado de avance de participantes segundo semestre versión final (3) definitiva.xlsx' : 'octubre-semana-4.xlsx', modificadoEn: '2026-11-20T21:14:00Z', enviado: true }]),
    'borrador:descartar': i => { planillas.delete(i.id); return ok({}) },
    'borrador:indice': i => con(i.id, p => p.indice(i.tabla, i.filtro, i.buscar, i.causa, i.recorte)),
    'borrador:filas': i => con(i.id, p => p.filas(i.tabla, i.ids)),
    'borrador:problemas': i => con(i.id, p => p.problemas(i.nivel, i.desde, i.cuantos, i.causa)),
    'borrador:causas': i => con(i.id, p => p.causas()),
    'borrador:arreglos': i => con(i.id, p => p.arreglos(i)),
    'borrador:arreglar': i => con(i.id, p => p.arreglar(i)),
    'borrador:cambios': i => con(i.id, p => p.cambios()),
    'borrador:irACambio': i => con(i.id, p => p.irA(i.aplicados)),
    'borrador:editar': i => con(i.id, p => p.editar(i.tabla, i.cambios)),
    'borrador:excluir': i => con(i.id, p => p.excluir(i.tabla, i.filas, i.excluir)),
    'borrador:escribirRango': i => con(i.id, p => p.escribirRango(i.tabla, i, i)),
    'borrador:rellenarAbajo': i => con(i.id, p => p.rellenarAbajo(i.tabla, i)),
    'borrador:copiar': i => con(i.id, p => p.copiar(i.tabla, i)),
    'borrador:agregarFilas': i => con(i.id, p => p.agregarFilas(i.tabla, i.cuantas)),
    'borrador:quitarFilas': i => con(i.id, p => p.quitarFilas(i.tabla, i.filas)),
    'borrador:encontrar': i => con(i.id, p => p.encontrar(i)),
    'borrador:reemplazos': i => con(i.id, p => p.reemplazos(i)),
    'borrador:reemplazar': i => con(i.id, p => p.reemplazar(i)),
    'borrador:excluirSinCambios': i => con(i.id, p => p.excluirSinCambios(i.curso)),
    'borrador:deshacer': i => con(i.id, p => p.deshacer()),
    'borrador:rehacer': i => con(i.id, p => p.rehacer()),
    'envio:previo': i => con(i.borradorId, p => previoDe(p, e)),
    'envio:arbol': i => con(i.borradorId, p => p.arbol(i)),
    'envio:guardarJson': () => ok({ ruta: '/home/maria/Documentos/Envío.json' }),
    'envios:nombres': () => ok(e.datos === 'no' ? [] : nombresDeEjemplo(e)),
    'envio:json': i => ok({ json: JSON.stringify({ rutOtec: '76123456-0', idSistema: 1350, token: '••••••••-••••-••••-••••-••••••••9F3C', codigoOferta: i.codigoOferta, codigoGrupo: i.codigoGrupo, listaAlumnos: Array.from({ length: 12 }, (_, n) => ({ rutAlumno: 12_000_000 + n * 37, porcentajeAvance: 45 })) }, null, 2), partes: 1 }),
    'envio:enviar': i => con(i.borradorId, p => {
      cancelada = false
      const envio = crearEnvio(`hoy-${envios.length + 1}`, '2026-11-25T01:12:30Z', p.nombreArchivo, p.resumen().cursos, e)
      envios.unshift(envio)
      void enviar(envio)
      return { envioId: envio.id }
    }),
    'envio:cancelar': () => { cancelada = true; return ok({}) },
    'envios:estado': i => {
      const envio = envios.find(x => x.id === i.envioId)
      const cuantos = (l: EnvioDetalle['llamadas'][number], r: string): number => (['listo', 'enviando'].includes(l.estado) ? 0 : l.alumnos.filter(a => a.resultado === r).length)
      return envio ? ok({ llamadas: envio.llamadas.map(l => ({ ...l, alumnos: l.alumnos.length, aceptados: cuantos(l, 'aceptado'), rechazados: cuantos(l, 'rechazado'), desconocidos: cuantos(l, 'desconocido') })) }) : fallar(NO_ESTA)
    },
    'envio:conciliar': i => {
      const envio = envios.find(x => x.id === i.envioId)
      if (!envio) return fallar(NO_ESTA)
      for (const l of envio.llamadas) if (l.estado === 'desconocido') Object.assign(l, { consultadaEn: '2026-11-25T12:00:00Z', titulo: 'SENCE todavía no lo muestra' })
      return ok({ ...envio })
    },
    'borrador:corregir': () => { const p = [...planillas.values()].at(-1); return p ? ok(p.resumen()) : fallar(NO_ESTA) },
    'envio:exportarEvidencia': () => ok({ ruta: '/home/maria/Documentos/Evidencia 2026-11-23.zip' }),
    'archivo:fichas': i => ok(archivo.fichas(i)),
    'archivo:registros': i => ok(archivo.registros(i)),
    'hoy:resumen': () => ok(deHoy.resumen()),
    'archivo:alumno': i => ok(archivo.alumno(i)),
    'archivo:curso': () => ok(archivo.curso()),
    'envio:guardarComprobante': () => ok({ ruta: '/home/maria/Documentos/Comprobante 2026-11-23.pdf' }),
    'envio:imprimirComprobante': () => ok({ impreso: true }),
    'lista:exportar': () => ok({ ruta: '/home/maria/Documentos/Envíos 2026-11-24.xlsx', filas: 38 }),
    'envios:lista': () => ok(envios.map(filaDe)),
    'envios:detalle': i => {
      const envio = envios.find(x => x.id === i.envioId)
      return envio ? ok(envio) : fallar(NO_ESTA)
    },
    'envios:cuerpo': i => {
      const llamada = envios.flatMap(x => x.llamadas).find(l => l.id === i.llamadaId)
      return llamada ? ok(cuerpoDe(llamada)) : fallar(NO_ESTA)
    },
    ...historialFalso(e, d => { emitir('historial:avance', d) }),
  }

  async function pedir<N extends RequestName>(nombre: N, entrada: Input<N>): Promise<Output<N>> {
    await esperar(e.latenciaMs)
    const r: Result<unknown> = e.fallas && FALIBLES.has(nombre) ? fallar(FALLA) : await manejadores[nombre](entrada)
    return r as Output<N>
  }

  return {
    pedir,
    escuchar: (nombre, oyente) => {
      oyentes[nombre].add(oyente)
      return () => { oyentes[nombre].delete(oyente) }
    },
    abrirSoltado: () => pedir('planilla:abrirSoltado', { ruta: '/soltado.xlsx' }),
  }
}
