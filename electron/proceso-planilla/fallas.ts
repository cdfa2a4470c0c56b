/** Words for everything that can go wrong between the file and the draft. A new failure without words does not compile. */
import { formatRut, parseRut } from '../../shared/domain/rut.ts'
import { fallar, type Falla, type Result } from '../../shared/ipc/result.ts'

/** What each failure needs in order to be said. */
interface DatosFalla {
  'archivo-no-existe': { nombre: string }
  'archivo-ocupado': { nombre: string }
  'archivo-ilegible': { nombre: string }
  'archivo-vacio': { nombre: string }
  'sin-datos': { nombre: string }
  'no-es-planilla': { nombre: string }
  'cifrada': { nombre: string }
  'danada': { nombre: string }
  'comillas-abiertas': { nombre: string; fila: number }
  'archivo-grande': { nombre: string; tamano: string; limite: string }
  'contenido-grande': { nombre: string; limite: string }
  'demasiadas-filas': { nombre: string; limite: string }
  'bomba-zip': { nombre: string }
  'sin-encabezados': { nombre: string }
  'faltan-columnas': { nombre: string; faltan: readonly string[] }
  'otec-ajena': { nombre: string; hoja: string; rut: string; propia: string }
  'preparacion-no-existe': null
  'correspondencia-mala': null
  'correspondencia-no-existe': null
  'importacion-cancelada': { nombre: string }
  'importacion-en-curso': null
  'memoria-agotada': { limite: string }
  'proceso-terminado': null
  'proceso-no-parte': null
  'borrador-no-existe': null
  'borrador-danado': null
  'rechazados-no-estan': null
  'sin-original': null
  'tabla-no-existe': null
  'curso-no-existe': { codigoOferta: string; codigoGrupo: string }
  'borradores-ilegibles': { copia: string }
  'borradores-inaccesibles': null
  'disco-lleno': null
  'no-guardado': null
  'destino-ocupado': { nombre: string }
  'destino-ilegible': { nombre: string }
  'inesperado': { incidente: string }
}
export type CodigoFalla = keyof DatosFalla
interface Palabras { titulo: string; explicacion: string; queHacer: string }

const conPuntos = (rut: string): string => { const r = parseRut(rut); return r.ok ? formatRut(r.rut) : rut }
const REVISE_Y_GUARDE = 'Ábralo en Excel o LibreOffice, guárdelo como «Libro de Excel (.xlsx)» e impórtelo de nuevo.'
const DIVIDA = 'Divida la planilla en archivos más pequeños (por ejemplo, uno por curso) e impórtelos uno por uno.'

const FALLAS: { readonly [C in CodigoFalla]: (d: DatosFalla[C]) => Palabras } = {
  'archivo-no-existe': ({ nombre }) => ({
    titulo: 'El archivo ya no está',
    explicacion: `No se encontró «${nombre}». Puede que se haya movido, borrado o que esté en un disco desconectado.`,
    queHacer: 'Búsquelo en su computador y vuelva a abrirlo.',
  }),
  'archivo-ocupado': ({ nombre }) => ({
    titulo: 'No se pudo abrir el archivo',
    explicacion: `Su computador no permite leer «${nombre}»: otro programa lo tiene tomado o usted no tiene permiso.`,
    queHacer: 'Cierre el archivo en Excel y vuelva a abrirlo aquí. Si sigue igual, guarde una copia en su carpeta de documentos y use esa copia.',
  }),
  'archivo-ilegible': ({ nombre }) => ({
    titulo: 'No se pudo leer el archivo',
    explicacion: `El disco no entregó el contenido de «${nombre}».`,
    queHacer: 'Copie el archivo a su carpeta de documentos e importe la copia.',
  }),
  'archivo-vacio': ({ nombre }) => ({
    titulo: 'El archivo está vacío',
    explicacion: `«${nombre}» no tiene ningún contenido: mide 0 bytes. Suele pasar cuando una descarga no terminó.`,
    queHacer: 'Descárguelo o guárdelo otra vez e impórtelo de nuevo.',
  }),
  'sin-datos': ({ nombre }) => ({
    titulo: 'La planilla no tiene datos',
    explicacion: `Se revisaron las hojas visibles de «${nombre}» y ninguna tiene celdas escritas.`,
    queHacer: 'Si los datos están en una hoja oculta, muéstrela en Excel, guarde e importe de nuevo.',
  }),
  'no-es-planilla': ({ nombre }) => ({
    titulo: 'El archivo no es una planilla',
    explicacion: `El contenido de «${nombre}» no es de Excel (.xlsx, .xls), de LibreOffice (.ods) ni texto separado (.csv), aunque su nombre lo diga.`,
    queHacer: REVISE_Y_GUARDE,
  }),
  'cifrada': ({ nombre }) => ({
    titulo: 'La planilla tiene contraseña',
    explicacion: `«${nombre}» está protegida con una contraseña para abrirla, así que no se puede leer.`,
    queHacer: 'Ábrala en Excel con su contraseña, quítela en Archivo → Información → Proteger libro → Cifrar con contraseña (deje el campo en blanco), guarde e importe de nuevo.',
  }),
  'danada': ({ nombre }) => ({
    titulo: 'La planilla está dañada',
    explicacion: `«${nombre}» está incompleta o alterada. Suele pasar cuando una descarga o un correo se cortó.`,
    queHacer: `Consiga el archivo otra vez. Si Excel logra abrirlo, también sirve esto: ${REVISE_Y_GUARDE.charAt(0).toLowerCase()}${REVISE_Y_GUARDE.slice(1)}`,
  }),
  'comillas-abiertas': ({ nombre, fila }) => ({
    titulo: 'El archivo de texto tiene unas comillas sin cerrar',
    explicacion: `En «${nombre}», una celda de la fila ${fila} abre comillas (") que no se cierran hasta el final del archivo, así que no se sabe dónde termina cada celda.`,
    queHacer: 'Abra el archivo en Excel, corrija esa celda y guárdelo como «Libro de Excel (.xlsx)».',
  }),
  'archivo-grande': ({ nombre, tamano, limite }) => ({
    titulo: 'El archivo es demasiado grande',
    explicacion: `«${nombre}» mide ${tamano} y el máximo es ${limite}.`,
    queHacer: `${DIVIDA} Si tiene imágenes, quítelas.`,
  }),
  'contenido-grande': ({ nombre, limite }) => ({
    titulo: 'La planilla es demasiado grande',
    explicacion: `«${nombre}» está comprimida y, una vez abierta, ocupa más de ${limite}, que es el máximo.`,
    queHacer: `${DIVIDA} Si tiene miles de filas vacías con formato, bórrelas.`,
  }),
  'demasiadas-filas': ({ nombre, limite }) => ({
    titulo: 'La planilla tiene demasiadas filas',
    explicacion: `«${nombre}» tiene más de ${limite} filas con datos, que es el máximo.`,
    queHacer: DIVIDA,
  }),
  'bomba-zip': ({ nombre }) => ({
    titulo: 'El archivo no es de fiar',
    explicacion: `«${nombre}» declara un contenido que no calza con su tamaño, como los archivos hechos para agotar la memoria. No se abrió.`,
    queHacer: 'No lo use. Pida el archivo otra vez a quien se lo envió, o expórtelo de nuevo desde su plataforma.',
  }),
  'sin-encabezados': ({ nombre }) => ({
    titulo: 'No se reconocen las columnas',
    explicacion: `En las primeras 60 filas de «${nombre}» no hay encabezados conocidos, como «RUT del alumno» o «Código del módulo».`,
    queHacer: 'Si es la planilla correcta, diga usted qué es cada columna con «Elegir hoja y columnas…». También puede descargar la plantilla y copiar en ella sus datos.',
  }),
  'faltan-columnas': ({ nombre, faltan }) => ({
    titulo: faltan.length === 1 ? 'Falta una columna' : 'Faltan columnas',
    explicacion: `A «${nombre}» le falta: ${faltan.join(', ')}. Sin eso no se sabe de quién es cada fila.`,
    queHacer: 'Diga usted dónde está, con «Elegir hoja y columnas…», o agregue a su planilla lo que falta con ese mismo encabezado.',
  }),
  'otec-ajena': ({ nombre, hoja, rut, propia }) => ({
    titulo: 'Esta planilla dice ser de otra OTEC',
    explicacion: `En la hoja «${hoja}» de «${nombre}» está escrito el RUT de OTEC ${conPuntos(rut)}, y aquí se trabaja con ${conPuntos(propia)}. No se abrió, para no informar a los alumnos de una OTEC a nombre de otra.`,
    queHacer: 'Cambie de OTEC, con el nombre que está abajo a la izquierda, y ábrala otra vez. Si el RUT está mal escrito, corríjalo en la planilla.',
  }),
  'preparacion-no-existe': () => ({
    titulo: 'La planilla ya no está abierta',
    explicacion: 'Mientras usted elegía sus columnas se abrió otra, o la parte del programa que las lee tuvo que partir de nuevo.',
    queHacer: 'Vuelva a abrir la planilla. Lo que usted elija se puede recordar para la próxima vez.',
  }),
  'correspondencia-mala': () => ({
    titulo: 'Esas columnas no sirven para esta planilla',
    explicacion: 'La hoja, la fila de los títulos o alguna columna que se eligió no está en la planilla.',
    queHacer: 'Vuelva a elegir la hoja y la fila de los títulos.',
  }),
  'correspondencia-no-existe': () => ({
    titulo: 'Esa correspondencia ya no está',
    explicacion: 'Se olvidó antes.',
    queHacer: 'La próxima vez que abra una planilla con esos títulos, el programa vuelve a preguntar.',
  }),
  'importacion-cancelada': ({ nombre }) => ({
    titulo: 'Importación cancelada',
    explicacion: `«${nombre}» no se importó. El archivo no cambió y sus otros borradores siguen guardados.`,
    queHacer: 'Puede importar otra planilla cuando quiera.',
  }),
  'importacion-en-curso': () => ({
    titulo: 'Ya se está importando una planilla',
    explicacion: 'Se importa una planilla a la vez.',
    queHacer: 'Espere a que termine o cancélela.',
  }),
  'memoria-agotada': ({ limite }) => ({
    titulo: 'La planilla pide demasiada memoria',
    explicacion: `La lectura se detuvo al llegar al máximo de ${limite} de memoria. Los cambios que ya estaban hechos siguen guardados.`,
    queHacer: DIVIDA,
  }),
  'proceso-terminado': () => ({
    titulo: 'La lectura de planillas se detuvo',
    explicacion: 'La parte del programa que lee planillas se cerró de improviso. Los cambios que ya se veían hechos siguen guardados; lo último que pidió pudo no alcanzar a hacerse.',
    queHacer: 'Inténtelo de nuevo: esa parte vuelve a partir sola. Si pasa siempre con el mismo archivo, guárdelo de nuevo en Excel como .xlsx.',
  }),
  'proceso-no-parte': () => ({
    titulo: 'No se pudo iniciar la lectura de planillas',
    explicacion: 'La parte del programa que lee planillas no logra partir. Puede que un antivirus la esté bloqueando o que falten archivos del programa.',
    queHacer: 'Cierre el programa y ábralo otra vez. Si sigue igual, vuelva a instalarlo: sus datos se conservan.',
  }),
  'borrador-no-existe': () => ({
    titulo: 'Ese borrador ya no existe',
    explicacion: 'El borrador se descartó.',
    queHacer: 'Vuelva a la lista y elija otro, o importe la planilla otra vez.',
  }),
  'rechazados-no-estan': () => ({
    titulo: 'Los alumnos rechazados ya no están en la planilla',
    explicacion: 'Su RUT, o los códigos de su curso, se cambiaron después de enviar, así que no se puede saber qué filas son.',
    queHacer: 'Abra la planilla desde Planilla, búsquelos por su nombre y deje fuera a los que SENCE ya aceptó.',
  }),
  'sin-original': () => ({
    titulo: 'Esta planilla no se puede exportar con observaciones',
    explicacion: 'Se abrió con una versión anterior del programa, que no guardaba el archivo original, y sin él no se puede devolver igual.',
    queHacer: 'Abra otra vez el archivo en Puente SIC y exporte desde ahí.',
  }),
  'borrador-danado': () => ({
    titulo: 'Ese borrador no se puede leer',
    explicacion: 'Lo guardado de este borrador está incompleto en el disco. Los demás borradores no se ven afectados.',
    queHacer: 'Importe la planilla original otra vez y descarte este borrador.',
  }),
  'tabla-no-existe': () => ({
    titulo: 'Esa hoja no está en el borrador',
    explicacion: 'Se pidió una hoja que el borrador no tiene.',
    queHacer: 'Vuelva a abrir el borrador desde la lista.',
  }),
  'curso-no-existe': ({ codigoOferta, codigoGrupo }) => ({
    titulo: 'Ese curso no está en el borrador',
    explicacion: `El borrador no tiene alumnos que se puedan enviar del curso ${codigoOferta}, grupo ${codigoGrupo}.`,
    queHacer: 'Vuelva a la revisión: puede que sus filas tengan errores o se hayan dejado fuera.',
  }),
  'borradores-ilegibles': ({ copia }) => ({
    titulo: 'Los borradores guardados no se pueden abrir',
    explicacion: `El archivo de borradores está dañado o se cifró con una llave que este computador ya no tiene. Se guardó aparte, sin borrarlo, como «${copia}».`,
    queHacer: 'Inténtelo otra vez: se parte con la lista vacía. Importe de nuevo las planillas que tenía a medias. Sus envíos anteriores están en otro archivo.',
  }),
  'borradores-inaccesibles': () => ({
    titulo: 'No se puede abrir el archivo de borradores',
    explicacion: 'La carpeta de datos del programa no se puede leer o escribir, o el archivo está tomado por otro programa.',
    queHacer: 'Revise que el disco tenga espacio y que ningún antivirus o respaldo esté usando la carpeta, y vuelva a intentarlo.',
  }),
  'disco-lleno': () => ({
    titulo: 'No queda espacio en el disco',
    explicacion: 'El cambio no se pudo guardar, así que no se hizo.',
    queHacer: 'Libere espacio en el disco y hágalo de nuevo.',
  }),
  'no-guardado': () => ({
    titulo: 'El cambio no se pudo guardar',
    explicacion: 'El disco rechazó la escritura, así que el cambio no se hizo.',
    queHacer: 'Hágalo de nuevo. Si sigue igual, reinicie el programa.',
  }),
  'destino-ocupado': ({ nombre }) => ({
    titulo: 'No se pudo guardar el archivo',
    explicacion: `«${nombre}» está abierto en otro programa o usted no tiene permiso para escribir en esa carpeta.`,
    queHacer: 'Cierre el archivo si lo tiene abierto en Excel, o guárdelo con otro nombre o en otra carpeta.',
  }),
  'destino-ilegible': ({ nombre }) => ({
    titulo: 'No se pudo guardar el archivo',
    explicacion: `El disco no permitió escribir «${nombre}». Puede que la carpeta ya no exista o que no quede espacio.`,
    queHacer: 'Elija otra carpeta e inténtelo de nuevo.',
  }),
  'inesperado': ({ incidente }) => ({
    titulo: 'Ocurrió un problema inesperado',
    explicacion: `Lo que pidió no se pudo hacer. Los cambios que ya se veían hechos siguen guardados. Quedó anotado con el número ${incidente}.`,
    queHacer: 'Inténtelo de nuevo. Si se repite, indique ese número al pedir ayuda.',
  }),
}

type Datos<C extends CodigoFalla> = DatosFalla[C] extends null ? [] : [datos: DatosFalla[C]]

/** The failure in words, ready to be shown. */
export function falla<C extends CodigoFalla>(codigo: C, ...datos: Datos<C>): Falla {
  const palabras = FALLAS[codigo] as (d: unknown) => Palabras
  return { codigo, ...palabras(datos[0]) }
}

export const fallarCon = <C extends CodigoFalla>(codigo: C, ...datos: Datos<C>): Result<never> => fallar(falla(codigo, ...datos))
