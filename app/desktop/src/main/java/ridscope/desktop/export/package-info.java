/** The page that says how a picture becomes a file, with a look at it before; copying and printing it. */
package ridscope.desktop.export;
