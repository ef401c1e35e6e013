/** Configuration space: bytes, capability lists, typed register views and declarative register layouts. */
package ridscope.config;
