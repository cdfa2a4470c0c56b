; "Abrir con": offers the program for workbooks without taking them from the spreadsheet that the person uses.
!macro ofrecer EXT
  WriteRegStr SHCTX "Software\Classes\${EXT}\OpenWithProgids" "PuenteSIC.Planilla" ""
!macroend
!macro retirar EXT
  DeleteRegValue SHCTX "Software\Classes\${EXT}\OpenWithProgids" "PuenteSIC.Planilla"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla" "" "Planilla para Puente SIC"
  WriteRegStr SHCTX "Software\Classes\PuenteSIC.Planilla\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro ofrecer ".xlsx"
  !insertmacro ofrecer ".xls"
  !insertmacro ofrecer ".ods"
  !insertmacro ofrecer ".csv"
!macroend

!macro customUnInstall
  !insertmacro retirar ".xlsx"
  !insertmacro retirar ".xls"
  !insertmacro retirar ".ods"
  !insertmacro retirar ".csv"
  DeleteRegKey SHCTX "Software\Classes\PuenteSIC.Planilla"
!macroend
