@echo off
rem Starts RIDscope. Java is taken from JAVA_HOME, else from the PATH; RIDSCOPE_JAVA_OPTS is added to its options.
setlocal
set "RIDSCOPE_HOME=%~dp0.."
if defined JAVA_HOME (
    set "RIDSCOPE_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "RIDSCOPE_JAVA=java.exe"
)
"%RIDSCOPE_JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo ridscope: needs Java 17 or later, and found no java in JAVA_HOME or the PATH. 1>&2
    exit /b 3
)
set "RIDSCOPE_MAJOR=0"
for /f tokens^=2^ delims^=^" %%v in ('""%RIDSCOPE_JAVA%" -version 2^>^&1"') do (
    for /f "delims=.-+" %%m in ("%%v") do set "RIDSCOPE_MAJOR=%%m"
    goto :checked
)
:checked
if %RIDSCOPE_MAJOR% LSS 17 (
    echo ridscope: needs Java 17 or later; the java found is version %RIDSCOPE_MAJOR%. 1>&2
    exit /b 3
)
set "RIDSCOPE_ALLOW="
if %RIDSCOPE_MAJOR% GEQ 24 set "RIDSCOPE_ALLOW=--enable-native-access=javafx.graphics --sun-misc-unsafe-memory-access=allow"
rem A window must not stand still while memory is tidied up; an answer in words should be over soon, and small.
rem What opening a large host took and no longer needs goes back to the system within a minute of quiet.
set "RIDSCOPE_MEMORY=-XX:+UseG1GC -XX:MaxGCPauseMillis=40 -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30"
for %%w in (show rid check plan diff export capture) do if "%~1"=="%%w" set "RIDSCOPE_MEMORY=-XX:+UseSerialGC -Xmn32m"
"%RIDSCOPE_JAVA%" -XX:TieredStopAtLevel=1 %RIDSCOPE_MEMORY% -Xshare:auto %RIDSCOPE_ALLOW% %RIDSCOPE_JAVA_OPTS% -p "%RIDSCOPE_HOME%\lib" -m ridscope.desktop/ridscope.desktop.Launcher %*
exit /b %errorlevel%
