/** One painter for many surfaces. */
package ridscope.draw.paint;
