/** All the cases. */
import type { Caso } from './caso.ts'
import { AJENOS } from './fabrica-ajenos.ts'
import { CSV } from './fabrica-csv.ts'
import { EXCELJS } from './fabrica-exceljs.ts'
import { HOSTILES } from './fabrica-hostiles.ts'
import { LIBREOFFICE } from './fabrica-libreoffice.ts'
import { SHEETJS } from './fabrica-sheetjs.ts'
import { XML } from './fabrica-xml.ts'

export const CORPUS: readonly Caso[] = [...AJENOS, ...CSV, ...SHEETJS, ...EXCELJS, ...XML, ...HOSTILES, ...LIBREOFFICE]
